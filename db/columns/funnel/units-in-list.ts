import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'drizzle-orm'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { FunnelList } from '~/domain/insight/funnel/funnel-question'
import type { EventSource } from './event-source'
import { readEvents, readValues } from './read-events'
import { WinningAttempt } from './winning-attempt'

/** The numbers of the units that belong to a list of a funnel. Each event's value is the number of its unit. */
export async function unitsInList(
  connection: DuckDBConnection,
  asked: FunnelQuery,
  source: EventSource,
  { list, step }: FunnelList,
): Promise<number[]> {
  const query: FunnelQuery = { ...asked, breakdown: { by: 'step', step: 1, prop: 'unit' } }
  const named = namedByUnit(source)
  const winner = new WinningAttempt(query)
  const codes: number[] = []
  const isInList = (done: number, steps: number) =>
    list === 'reached' ? done >= step : done === step && step < steps
  await readEvents(connection, named, query, {
    units: null,
    onUnit: (events) => {
      winner.find(events)
      if (isInList(winner.best.length, query.steps.length)) codes.push(events.value[0] ?? 0)
    },
  })
  const values = await readValues(connection, named, query)
  return codes.map((code) => Number(values[code - 1]))
}

const namedByUnit =
  (source: EventSource): EventSource =>
  (query) => {
    const { tables, branches } = source(query)
    const valueOf = (unit: (typeof branches)[number]['unit']) => () => unit && sql`(${unit})::varchar`
    return { tables, branches: branches.map((branch) => ({ ...branch, valueOf: valueOf(branch.unit) })) }
  }
