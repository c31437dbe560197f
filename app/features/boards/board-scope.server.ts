import type { BoardScope } from '~/domain/insight/board-scope'
import { resolveRange } from '~/domain/insight/date-range'
import { measureClock } from '~/domain/insight/trial-row'
import type { Context } from '~/server/context'
import type { BoardQuery } from './board-query'
import type { BoardPeriod } from './board-views'
import { boardFilter, rangeChoice } from './board-query'
import { workspaceSettings } from '~/server/workspace-settings'

/** Turns the query of a board into the scope that measures take, by the settings of the workspace and the present moment. */
export async function readScope(
  ctx: Context,
  query: BoardQuery & { demo?: string | undefined },
): Promise<{ scope: BoardScope; period: BoardPeriod }> {
  const { timeZone, conversionWindowDays } = await workspaceSettings(ctx)
  const now = ctx.now()
  const range = resolveRange(rangeChoice(query), now, timeZone)
  const { first, last } = range
  return {
    scope: { filter: boardFilter(query), range, clock: measureClock(now, conversionWindowDays), timeZone },
    period: { first, last, timeZone, conversionDays: conversionWindowDays },
  }
}
