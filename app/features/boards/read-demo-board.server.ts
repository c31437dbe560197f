import { filterChoices } from '#db/queries/boards/filter-choices'
import { latestComments } from '#db/queries/boards/latest-comments'
import { tallyTrials } from '#db/queries/boards/tally'
import { tallyConversion } from '#db/queries/boards/tally-conversion'
import { DomainError } from '~/domain/errors'
import { conversionMeasure } from '~/domain/insight/conversion'
import { demoMeasures } from '~/domain/insight/demo-measures'
import type { VerbArgs } from '~/server/context'
import { forReading, permit } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { demoBoardSchema } from './board-query'
import type { DemoBoard } from './board-views'
import { readScope } from './board-scope.server'
import { readNames } from './demo-names.server'
import { nameDemo, revisionOf } from './demo-of.server'
import { flowGraph } from './flow-graph'
import { layOutFlow } from './flow-layout.server'
import { idealShares } from './ideal-paths.server'

const COMMENTS = 5

/**
 * Everything a growth lead asks about one demo. The chart is that of the revision asked for, else of the live one.
 * @throws DomainError `not-found` for a demo, or a revision of it, that never was published
 */
export async function readDemoBoard({ ctx: asked, input }: VerbArgs<unknown>): Promise<DemoBoard> {
  permit(asked, 'boards.read')
  const ctx = forReading(asked)
  const { slug, ...query } = parseInput(demoBoardSchema, input)
  const revision = await revisionOf(ctx, slug, query.revision)
  if (!revision) throw new DomainError('not-found', `No revision of a demo ${slug} was published.`, { slug })
  const { scope, period } = await readScope(ctx, { ...query, demo: slug })
  const compiled = await ctx.trials.compiled(revision.revisionId)
  const terms = { unit: query.unit, goal: query.goal }
  const [tally, tallied, choices, comments, ideals, names, demo] = await Promise.all([
    tallyTrials(ctx.db, scope),
    tallyConversion(ctx.db, scope, terms),
    filterChoices(ctx.db, scope),
    latestComments(ctx.db, scope, COMMENTS),
    idealShares(ctx, scope, revision.revisionId, compiled),
    readNames(ctx, revision.demo),
    nameDemo(ctx, slug),
  ])
  const measures = demoMeasures(tally, period.trend)
  const conversion = conversionMeasure(terms, tallied, scope.clock)
  const graph = flowGraph(compiled, measures, ideals, names.states)
  const chart = layOutFlow(graph)
  const shown = { measures, conversion, ideals, chart, comments }
  return { query, demo, drawn: revision.number, period, choices, names, ...shown }
}
