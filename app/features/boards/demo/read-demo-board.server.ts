import { z } from 'zod'
import { readConversionTally } from '#db/columns/boards/conversion-tally'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { readHesitation } from '#db/columns/boards/hesitation'
import { readLatestComments } from '#db/columns/boards/latest-comments'
import { readTrialTally } from '#db/columns/boards/trial-tally'
import { conversionMeasure } from '~/domain/insight/conversion'
import { demoMeasures } from '~/domain/insight/demo-measures'
import { tellingHesitation } from '~/domain/insight/hesitation'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { boardQuerySchema } from '../filter/board-query'
import type { DemoBoard } from '../figures/board-views'
import { openView } from '../filter/open-view.server'
import { readNames } from '../filter/demo-names.server'
import { askedDemo } from '../filter/asked-demo.server'
import { nameDemo } from '../filter/demo-of.server'
import { flowGraph } from './flow-graph'
import { layOutFlow } from './flow-layout.server'
import { idealShares } from './ideal-paths.server'

const COMMENTS = 5

/** Whatever names no demo is looked for as well: there is none. */
const inputSchema = querySchema(boardQuerySchema.extend({ slug: z.coerce.string() }))

/**
 * Everything a growth lead asks about one demo. The chart is that of the revision asked for, else of the live one.
 * @throws DomainError `not-found` for a demo that never was published
 */
export const readDemoBoard = verb(
  { permission: 'boards.read', input: inputSchema },
  async ({ ctx, input }): Promise<DemoBoard> => {
    const { slug, revision, query: asked, leftOut } = await askedDemo(ctx, input)
    const { query, reader, scope, period } = await openView(ctx, { ...asked, demo: slug })
    const compiled = await ctx.trials.compiled(revision.revisionId)
    const terms = { unit: query.unit, goal: query.goal }
    const isOfTally = query.unit === 'trial' && query.goal === undefined
    const [tally, tallied, choices, comments, stood, ideals, names, demo] = await Promise.all([
      readTrialTally(reader, scope),
      isOfTally ? null : readConversionTally(reader, scope, terms),
      readFilterChoices(reader, scope),
      readLatestComments(reader, scope, COMMENTS),
      readHesitation(reader, scope),
      idealShares(ctx, { reader, scope }, { revisionId: revision.revisionId, compiled }),
      readNames(ctx, revision.demo),
      nameDemo(ctx, slug),
    ])
    const measures = demoMeasures(tally, period.trend)
    const conversion = conversionMeasure(terms, tallied ?? tally.conversion, scope.clock)
    const graph = flowGraph(compiled, measures, ideals, names.states)
    const chart = layOutFlow(graph)
    const shown = { measures, conversion, ideals, chart, comments, hesitation: tellingHesitation(stood) }
    return { query, leftOut, demo, drawn: revision.number, period, choices, names, ...shown }
  },
)
