import { earliestTrial } from '#db/queries/boards/find-trial'
import type { Day } from '~/domain/day'
import type { BoardScope } from '~/domain/insight/board-scope'
import { boardScope } from '~/domain/insight/board-scope'
import { resolveRange } from '~/domain/insight/date-range'
import { dayOf } from '~/domain/insight/time-zone'
import { trendSpan } from '~/domain/insight/trend'
import { measureClock } from '~/domain/insight/measured-trial'
import type { Context } from '~/platform/context/context'
import type { BoardQuery } from './board-query'
import type { BoardPeriod } from '../figures/board-views'
import { boardFilter, rangeChoice } from './board-query'
import { workspaceSettings } from '~/platform/context/workspace-settings'

/** Turns the query of a board into the scope that measures take, by the settings of the workspace and the present moment. */
export async function readScope(
  ctx: Context,
  query: BoardQuery & { demo?: string | undefined },
): Promise<{ scope: BoardScope; period: BoardPeriod }> {
  const { timeZone, conversionWindowDays } = await workspaceSettings(ctx)
  const now = ctx.now()
  const choice = rangeChoice(query)
  const range = resolveRange(choice, now, timeZone)
  // A preset of some days is short, whatever there is.
  const earliest = 'preset' in choice && range.first !== null ? range.first : await firstDay(ctx, timeZone)
  const trend = trendSpan(range, { earliest, today: dayOf(now, timeZone) })
  // A custom period is shown as the dates it resolved to.
  const { first, last } = 'preset' in choice ? range : trend
  return {
    scope: boardScope({
      filter: boardFilter(query),
      range,
      clock: measureClock(now, conversionWindowDays),
      timeZone,
    }),
    period: { first, last, trend, timeZone, conversionDays: conversionWindowDays },
  }
}

/** The day of the first trial there is. */
async function firstDay({ db }: Context, timeZone: string): Promise<Day | null> {
  const earliest = await earliestTrial(db)
  return earliest && dayOf(earliest, timeZone)
}
