import { countByDemoAndDay } from '#db/queries/boards/count-by-day'
import { readSetCounts } from '#db/queries/boards/count-sets'
import { filterChoices } from '#db/queries/boards/filter-choices'
import type { DemoKeyFigures } from '#db/queries/boards/overview'
import { readDemoKeyFigures } from '#db/queries/boards/overview'
import { readConversionTally, readConversionTallyByDemo } from '#db/queries/boards/tally-conversion'
import { conversionMeasure } from '~/domain/insight/conversion'
import { proportion } from '~/domain/insight/proportion'
import type { DayCounts } from '~/domain/insight/trend'
import { sumDays, trendOf } from '~/domain/insight/trend'
import { forReading } from '~/platform/context/context'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { boardQuerySchema } from '../filter/board-query'
import type { BoardPeriod, Overview, OverviewDemo } from '../figures/board-views'
import { readScope } from '../filter/board-scope.server'
import { demoNamesOf } from '../filter/demo-names.server'
import { nameDemo } from '../filter/demo-of.server'

/** What growth leads open first: all trials of the period, and each demo's key figures beside it. */
export const readOverview = verb(
  { permission: 'boards.read', input: querySchema(boardQuerySchema) },
  async ({ ctx: asked, input: { query, leftOut } }): Promise<Overview> => {
    const ctx = forReading(asked)
    const { scope, period } = await readScope(ctx, query)
    const terms = { unit: query.unit, goal: query.goal }
    const [counts, figures, byDay, choices, conversion, conversions] = await Promise.all([
      readSetCounts(ctx.db, scope),
      readDemoKeyFigures(ctx.db, scope),
      countByDemoAndDay(ctx.db, scope),
      filterChoices(ctx.db, scope),
      readConversionTally(ctx.db, scope, terms),
      readConversionTallyByDemo(ctx.db, scope),
    ])
    const published = await ctx.content.list('demo')
    const slugs = new Set([...figures.map((one) => one.demo), ...published.map((one) => one.slug)])
    const demos = [...slugs].map(async (slug) => {
      const own = figures.find((one) => one.demo === slug)
      const tally = conversions.get(slug)
      const converted = tally ? conversionMeasure({ unit: 'trial' }, tally, scope.clock).headline : null
      return {
        ...(await nameDemo(ctx, slug)),
        ...lineOf(own, byDay.get(slug), period),
        conversion: converted,
      }
    })
    return {
      query,
      leftOut,
      period,
      choices,
      counts,
      completion: proportion(counts.finished, counts.started),
      conversion: conversionMeasure(terms, conversion, scope.clock),
      rated: proportion(counts.rated, counts.started),
      trend: trendOf(sumDays(byDay.values()), period.trend),
      demos: (await Promise.all(demos)).sort(byTrials),
      names: await demoNamesOf(ctx, slugs),
    }
  },
)

function lineOf(figures: DemoKeyFigures | undefined, days: DayCounts | undefined, period: BoardPeriod) {
  const { started, finished, medianActiveMs, medianScore } = figures ?? UNTRIED
  return {
    trials: started,
    completion: proportion(finished, started),
    medianActiveMs,
    medianScore,
    trend: trendOf(days ?? new Map(), period.trend),
  }
}

/** The figures of a demo that nobody tried in the period. */
const UNTRIED = {
  started: 0,
  finished: 0,
  medianActiveMs: null,
  medianScore: null,
}

const byTrials = (a: OverviewDemo, b: OverviewDemo): number =>
  b.trials - a.trials || a.slug.localeCompare(b.slug)
