import type { ColumnsReader } from '#db/columns/columns-reader'
import { readEarliestTrial } from '#db/columns/boards/earliest-trial'
import type { Day } from '~/domain/day'
import type { BoardScope } from '~/domain/insight/board-scope'
import { boardScope } from '~/domain/insight/board-scope'
import type { DateRange } from '~/domain/insight/date-range'
import { resolveRange } from '~/domain/insight/date-range'
import { dayOf } from '~/domain/insight/time-zone'
import { trendSpan } from '~/domain/insight/trend'
import { measureClock } from '~/domain/insight/measured-trial'
import type { GivenReader } from '~/platform/columns/columnar-copy'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import type { BoardPeriod } from '../figures/board-views'
import type { BoardQuery, ResolvedQuery } from './board-query'
import { boardFilter, rangeChoice } from './board-query'
import { chosenSegment } from './chosen-segment.server'
import { resolveSimulated } from './resolve-simulated.server'

/** What one view of a board reads, all of it at one watermark. */
export interface OpenedView<Query> {
  /** What was asked, with the watermark and the resolved defaults that the links of the view carry. */
  query: ResolvedQuery<Query>
  reader: ColumnsReader
  funnel: GivenReader['funnel']
  scope: BoardScope
  range: DateRange
  period: BoardPeriod
}

/**
 * Opens a view of the columnar copy at the watermark that the query names, or at the present one, and turns the query into
 * the scope that measures take, by the settings of the workspace.
 * @throws DomainError `not-found` when the query names a segment that never was
 */
export async function openView<Query extends BoardQuery & { demo?: string | undefined }>(
  ctx: Context,
  asked: Query,
): Promise<OpenedView<Query>> {
  const { timeZone, conversionWindowDays } = await workspaceSettings(ctx)
  const {
    reader,
    funnel,
    at: now,
    movedOn,
  } = await ctx.columns.read({ asOfMs: asked.asOf, signal: ctx.signal })
  const simulated = await resolveSimulated(reader, asked.simulated)
  const query = { ...asked, simulated, asOf: reader.asOfMs }
  const choice = rangeChoice(query)
  const range = resolveRange(choice, now, timeZone)
  // A preset of some days is short, whatever there is.
  const earliest = 'preset' in choice && range.first !== null ? range.first : await firstDay(reader, timeZone)
  const today = dayOf(now, timeZone)
  const trend = trendSpan(range, { earliest, today })
  // A custom period is shown as the dates it resolved to.
  const { first, last } = 'preset' in choice ? range : trend
  const clock = measureClock(now, conversionWindowDays)
  const segment = await chosenSegment(ctx, query.segment, now)
  return {
    query,
    reader,
    funnel,
    scope: boardScope({ filter: { ...boardFilter(query), segment }, range, clock, timeZone }),
    range,
    period: {
      ...{ first, last, trend, isOpen: trend.last === today },
      ...{ timeZone, conversionDays: conversionWindowDays, asOf: now, movedOn },
    },
  }
}

/** The day of the first trial there is. */
async function firstDay(reader: ColumnsReader, timeZone: string): Promise<Day | null> {
  const earliest = await readEarliestTrial(reader)
  return earliest && dayOf(earliest, timeZone)
}
