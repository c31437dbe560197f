import { readCountsByDay } from '#db/columns/boards/count-by-day'
import { readOwnCounts } from '#db/columns/boards/count-sets'
import { changeOf } from '~/domain/insight/change'
import type { Counts } from '~/domain/insight/count'
import { countEstimate, rateEstimate } from '~/domain/insight/estimate'
import { periodBefore, type PeriodBefore } from '~/domain/insight/period-before'
import { trendOf, type TrendStep } from '~/domain/insight/trend'
import type { Before } from '../figures/board-views'
import type { OpenedView } from '../filter/open-view.server'

type Compared = Pick<Counts, 'started' | 'finished' | 'rated'>

/** What the period before a view came to. */
interface FiguresBefore {
  before: PeriodBefore
  counts: Compared
  trend: TrendStep[] | null
}

/** The same stretch of time before the period of a view; null for all time, which has nothing before it. */
export async function readBefore(view: OpenedView<object>): Promise<FiguresBefore | null> {
  const { reader, scope, range } = view
  const before = periodBefore(range, scope.clock.now, scope.timeZone)
  if (!before) return null
  const [counts, trend] = await Promise.all([
    readOwnCounts(reader, { ...scope, range: before }),
    readTrendBefore(view, before),
  ])
  return { before, counts, trend }
}

/** How the figures changed since. */
export function changesSince({ before, counts: then, trend }: FiguresBefore, now: Compared): Before {
  const { first, last, isCut } = before
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
  const days = await readCountsByDay(reader, { ...scope, range: before })
  return trendOf(days, { first: before.first, last: before.last, unit: 'day' })
}
