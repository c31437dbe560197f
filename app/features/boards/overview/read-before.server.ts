import { readCountsByDemoAndDay } from '#db/columns/boards/count-by-day'
import { readOverviewFigures } from '#db/columns/boards/demo-figures'
import { changeOf } from '~/domain/insight/change'
import type { Counts } from '~/domain/insight/count'
import { countEstimate, rateEstimate } from '~/domain/insight/estimate'
import { periodBefore, type PeriodBefore } from '~/domain/insight/period-before'
import { sumDays, trendOf, type TrendStep } from '~/domain/insight/trend'
import type { Before } from '../figures/board-views'
import type { OpenedView } from '../filter/open-view.server'

/** The same stretch of time before the period of a view; null for all time, which has nothing before it. */
export async function readBefore(view: OpenedView<object>, now: Counts): Promise<Before | null> {
  const { reader, scope, range } = view
  const before = periodBefore(range, scope.clock.now, scope.timeZone)
  if (!before) return null
  const { first, last, isCut } = before
  const [{ counts: then }, trend] = await Promise.all([
    readOverviewFigures(reader, { ...scope, range: before }),
    readTrendBefore(view, before),
  ])
  return {
    ...{ first, last, isCut, trend },
    trials: changeOf(countEstimate(now.started), countEstimate(then.started)),
    completion: changeOf(rateEstimate(now.finished, now.started), rateEstimate(then.finished, then.started)),
    rated: changeOf(rateEstimate(now.rated, now.started), rateEstimate(then.rated, then.started)),
  }
}

async function readTrendBefore(
  { reader, scope, period }: OpenedView<object>,
  before: PeriodBefore,
): Promise<TrendStep[] | null> {
  if (period.trend.unit !== 'day') return null
  const days = await readCountsByDemoAndDay(reader, { ...scope, range: before })
  return trendOf(sumDays(days.values()), { first: before.first, last: before.last, unit: 'day' })
}
