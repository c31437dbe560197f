import type { DuckDBConnection } from '@duckdb/node-api'
import type { FunnelBreakdown, FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { FunnelGroup, FunnelResult } from '~/domain/insight/funnel/funnel-result'
import type { PropValue } from '~/domain/insight/funnel/funnel-history'
import type { EventSource } from './event-source'
import { canUseFirstMoments, readFirstMoments } from './first-moments'
import { readEvents, readValues } from './read-events'
import { StepTally } from './step-tally'
import { tableEvents } from './table-events'
import type { UnitEvents } from './unit-events'
import { WinningAttempt } from './winning-attempt'

/**
 * A funnel over the table of events. Units whose first moments are their attempt are settled by one statement; of the
 * others one statement reads what counts, unit by unit and by time, and one pass over it finds each one's attempt. All see
 * the tables as they are at one moment.
 */
export async function funnelOfColumns(
  connection: DuckDBConnection,
  query: FunnelQuery,
  source: EventSource = tableEvents,
): Promise<FunnelResult> {
  await connection.run('begin transaction')
  try {
    return await countFunnel(connection, query, source)
  } finally {
    await connection.run('rollback')
  }
}

async function countFunnel(
  connection: DuckDBConnection,
  query: FunnelQuery,
  source: EventSource,
): Promise<FunnelResult> {
  const { breakdown } = query
  const steps = query.steps.length
  const winner = new WinningAttempt(query)
  const whole = new StepTally(steps)
  const groups = new Map<number, StepTally>()
  const addToGroup = (code: number) => {
    const group = groups.get(code) ?? new StepTally(steps)
    groups.set(code, group)
    group.add(winner.best)
  }
  const onUnit = (events: UnitEvents) => {
    winner.find(events)
    if (winner.best.length === 0) return
    whole.add(winner.best)
    const code = breakdown && codeOf(winner, events, breakdown)
    if (code !== null) addToGroup(code)
  }
  const units = canUseFirstMoments(query)
    ? await readFirstMoments(connection, source, query, (attempt) => whole.add(attempt))
    : null
  if (units?.length !== 0) await readEvents(connection, source, query, { units, onUnit })
  if (!breakdown) return { steps: whole.figures() }
  return { steps: whole.figures(), breakdown: groupsOf(groups, await readValues(connection, source, query)) }
}

/** Of the value that the unit counts under; null when it counts under none. */
function codeOf(winner: WinningAttempt, events: UnitEvents, by: FunnelBreakdown): number | null {
  if (by.by === 'first-touch') return events.firstValue()
  if (winner.best.length < by.step) return null
  winner.nameRows(events)
  return events.value[winner.best.rows[by.step - 1] ?? 0] ?? 0
}

function groupsOf(groups: ReadonlyMap<number, StepTally>, values: readonly string[]): FunnelGroup[] {
  const valueOf = (code: number) =>
    code === 0 ? null : (JSON.parse(values[code - 1] ?? 'null') as PropValue)
  return [...groups]
    .map(([code, tally]) => ({ value: valueOf(code), steps: tally.figures() }))
    .sort(compareGroups)
}

/** By the values as JSON writes them, the group without one last. */
function compareGroups(a: FunnelGroup, b: FunnelGroup): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
  return JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1
}
