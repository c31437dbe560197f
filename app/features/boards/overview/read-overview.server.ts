import { readCountsByDemoAndDay } from '#db/columns/boards/count-by-day'
import type { KeyFigures } from '#db/columns/boards/demo-figures'
import { readOverviewFigures } from '#db/columns/boards/demo-figures'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { conversionMeasure } from '~/domain/insight/conversion'
import { proportion } from '~/domain/insight/proportion'
import type { DayCounts } from '~/domain/insight/trend'
import { sumDays, trendOf } from '~/domain/insight/trend'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { boardQuerySchema } from '../filter/board-query'
import type { BoardPeriod, Overview, OverviewDemo } from '../figures/board-views'
import { changesSince, readBefore } from './read-before.server'
import { demoNamesOf } from '../filter/demo-names.server'
import { nameDemo } from '../filter/demo-of.server'
import { readChanges } from '../changes/read-changes.server'
import { readStages } from '../stages/read-stages.server'
import { openView } from '../filter/open-view.server'
import type { OpenedView } from '../filter/open-view.server'

/** What growth leads open first: all trials of the period, and each demo's key figures beside it. */
export const readOverview = verb(
  { permission: 'boards.read', input: querySchema(boardQuerySchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<Overview> => {
    const view = await openView(ctx, asked)
    const { query, scope, period } = view
    const [{ figures, byDay, choices }, earlier, { conversion, ...stages }, changes] = await Promise.all([
      readFigures(view),
      readBefore(view),
      readStages(ctx, view),
      readChanges(ctx, view),
    ])
    const published = await ctx.content.list('demo')
    const slugs = new Set([...figures.demos.keys(), ...published.map((one) => one.slug)])
    const demos = [...slugs].map(async (slug) => {
      const own = figures.demos.get(slug)
      const converted = own && conversionMeasure({ unit: 'trial' }, own.conversion, scope.clock).headline
      return {
        ...(await nameDemo(ctx, slug)),
        ...lineOf(own, byDay.get(slug), period),
        conversion: converted ?? null,
      }
    })
    const { counts } = figures
    return {
      query,
      leftOut,
      period,
      choices,
      counts,
      before: earlier && changesSince(earlier, counts),
      completion: proportion(counts.finished, counts.started),
      conversion,
      stages,
      changes,
      rated: proportion(counts.rated, counts.started),
      trend: trendOf(sumDays(byDay.values()), period.trend),
      demos: (await Promise.all(demos)).sort(byTrials),
      names: await demoNamesOf(ctx, slugs),
    }
  },
)

async function readFigures({ reader, scope }: OpenedView<object>) {
  const [figures, byDay, choices] = await Promise.all([
    readOverviewFigures(reader, scope),
    readCountsByDemoAndDay(reader, scope),
    readFilterChoices(reader, scope),
  ])
  return { figures, byDay, choices }
}

function lineOf(figures: KeyFigures | undefined, days: DayCounts | undefined, period: BoardPeriod) {
  const { started = 0, finished = 0 } = figures?.counts ?? {}
  return {
    trials: started,
    completion: proportion(finished, started),
    medianActiveMs: figures?.medianActiveMs ?? null,
    medianScore: figures?.medianScore ?? null,
    trend: trendOf(days ?? new Map(), period.trend),
  }
}

const byTrials = (a: OverviewDemo, b: OverviewDemo): number =>
  b.trials - a.trials || a.slug.localeCompare(b.slug)
