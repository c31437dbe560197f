import { readConversionTally } from '#db/columns/boards/conversion-tally'
import { readValueSums } from '#db/columns/boards/value-sums'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { conversionValue } from '~/domain/insight/conversion-value'
import { conversionMeasure } from '~/domain/insight/conversion'
import { GOALS } from '~/domain/insight/conversion-terms'
import { workspaceRates } from '~/platform/context/workspace-settings'
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
    const rates = await workspaceRates(ctx)
    const valueOf = async (goal: (typeof GOALS)[number] | undefined) =>
      conversionValue({ unit, goal }, await readValueSums(reader, scope, { unit, goal }), rates)
    const goals = [undefined, ...GOALS]
    const [choices, any, byGoal, values] = await Promise.all([
      readFilterChoices(reader, scope),
      measureOf(undefined),
      Promise.all(GOALS.map(measureOf)),
      Promise.all(goals.map(valueOf)),
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
      values,
      names: await demoNamesOf(ctx, choices.demos),
    }
  },
)
