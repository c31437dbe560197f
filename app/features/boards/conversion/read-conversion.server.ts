import { readConversionTally } from '#db/columns/boards/conversion-tally'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { conversionMeasure } from '~/domain/insight/conversion'
import { GOALS } from '~/domain/insight/conversion-terms'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { boardQuerySchema } from '../filter/board-query'
import { demoNamesOf } from '../filter/demo-names.server'
import { openView } from '../filter/open-view.server'
import type { ConversionBoard } from './conversion-view'

/** Conversion over all demos: for any goal and for each, by trials, visitors or accounts. */
export const readConversion = verb(
  { permission: 'boards.read', input: querySchema(boardQuerySchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<ConversionBoard> => {
    const { query, reader, scope, period } = await openView(ctx, asked)
    const { unit } = query
    const measureOf = async (goal: (typeof GOALS)[number] | undefined) =>
      conversionMeasure({ unit, goal }, await readConversionTally(reader, scope, { unit, goal }), scope.clock)
    const [choices, any, ...byGoal] = await Promise.all([
      readFilterChoices(reader, scope),
      measureOf(undefined),
      ...GOALS.map(measureOf),
    ])
    const measures = [any, ...byGoal]
    const measure = measures.find(({ terms }) => terms.goal === query.goal) ?? any
    return {
      query,
      leftOut,
      period,
      choices,
      measure,
      measures,
      names: await demoNamesOf(ctx, choices.demos),
    }
  },
)
