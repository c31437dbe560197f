import type { DuckDBConnection } from '@duckdb/node-api'
import type { FunnelBreakdown, FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { FunnelGroup, FunnelResult, FunnelStep } from '~/domain/insight/funnel/funnel-result'
import type { PropValue } from '~/domain/insight/funnel/funnel-history'
import { inPassingTransaction } from '../in-one-transaction'
import { countAttempts } from './count-attempts'
import type { EventSource } from './event-source'
import { canUseFirstMoments, makeAttempts } from './first-moments'
import { readEvents, readValues } from './read-events'
import { settleOthers } from './settle-others'
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
  const count = canUseFirstMoments(query) ? settleFunnel : walkFunnel
  return inPassingTransaction(connection, () => count(connection, query, source))
}

type Count = (connection: DuckDBConnection, query: FunnelQuery, source: EventSource) => Promise<FunnelResult>

const settleFunnel: Count = async (connection, query, source) => {
  await makeAttempts(connection, source, query)
  await settleOthers(connection, source, query)
  const { whole, groups } = await countAttempts(connection, query)
  return query.breakdown ? { steps: whole, breakdown: groupsOf(groups) } : { steps: whole }
}

/** Looks at the events of every unit. */
const walkFunnel: Count = async (connection, query, source) => {
  const { breakdown } = query
  const steps = query.steps.length
  const winner = new WinningAttempt(query)
  const whole = new StepTally(steps)
  const tallies = new Map<number, StepTally>()
  const addToGroup = (code: number) => {
    const group = tallies.get(code) ?? new StepTally(steps)
    tallies.set(code, group)
    group.add(winner.best)
  }
  const onUnit = (events: UnitEvents) => {
    winner.find(events)
    if (winner.best.length === 0) return
    whole.add(winner.best)
    const code = breakdown && codeOf(winner, events, breakdown)
    if (code !== null) addToGroup(code)
  }
  await readEvents(connection, source, query, { onUnit })
  if (!breakdown) return { steps: whole.figures() }
  const values = await readValues(connection, source, query)
  const groups = new Map([...tallies].map(([code, tally]) => [values[code - 1] ?? null, tally.figures()]))
  return { steps: whole.figures(), breakdown: groupsOf(groups) }
}

/** Of the value that the unit counts under; null when it counts under none. */
function codeOf(winner: WinningAttempt, events: UnitEvents, by: FunnelBreakdown): number | null {
  if (by.by === 'first-touch') return events.value[0] ?? 0
  if (winner.best.length < by.step) return null
  winner.nameRows(events)
  return events.value[winner.best.rows[by.step - 1] ?? 0] ?? 0
}

/** By the values as JSON writes them. */
function groupsOf(groups: ReadonlyMap<string | null, FunnelStep[]>): FunnelGroup[] {
  return [...groups]
    .map(([value, steps]) => ({ value: value === null ? null : (JSON.parse(value) as PropValue), steps }))
    .sort(compareGroups)
}

/** By the values as JSON writes them, the group without one last. */
function compareGroups(a: FunnelGroup, b: FunnelGroup): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
  return JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1
}
