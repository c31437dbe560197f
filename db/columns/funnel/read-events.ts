import type { DuckDBConnection, DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api'
import { sql, type SQL } from 'drizzle-orm'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import { runStatement, writeStatement } from '../columns-reader'
import type { EventSource } from './event-source'
import { maskedEvents, NO_VALUE } from './events-sql'
import { UnitEvents } from './unit-events'

/**
 * Reads the events of one unit after the other, by time, with what each can do in the funnel; of all units unless
 * some are named. The database compares and sorts.
 */
export async function readEvents(
  connection: DuckDBConnection,
  source: EventSource,
  query: FunnelQuery,
  { units, onUnit }: { units: readonly number[] | null; onUnit: (events: UnitEvents) => void },
): Promise<void> {
  const { breakdown } = query
  const events = new UnitEvents()
  let unit = -1
  const statement = sql`
    with ${maskedEvents(source, query)} ${breakdown ? sql`, ${VALUE_LIST}` : sql``}
    select unit, at_ms::double, mask, ${breakdown ? sql`coalesce(listed.code, 0)` : sql`0`}
    from masked ${breakdown ? sql`left join listed using (value)` : sql``}
    ${units ? sql`where unit in (select unnest(from_json(${JSON.stringify(units)}::json, '["INTEGER"]')))` : sql``}
    order by unit, at_ms ${breakdown ? sql`, rank, own, place` : sql``}`
  await readChunks(connection, statement, (chunk) => {
    const [units, times, masks, codes] = [0, 1, 2, 3].map((column) => numbersOf(chunk, column))
    const rows = chunk.rowCount
    for (let row = 0; row < rows; row += 1) {
      const next = units?.getItem(row) ?? unit
      if (next !== unit) {
        if (events.size > 0) onUnit(events)
        events.clear()
        unit = next
      }
      events.add(times?.getItem(row) ?? 0, masks?.getItem(row) ?? 0, codes?.getItem(row) ?? 0)
    }
  })
  if (events.size > 0) onUnit(events)
}

/** Gives the rows of a statement bit by bit. The next ones are fetched while these are looked at. */
export async function readChunks(
  connection: DuckDBConnection,
  statement: SQL,
  onChunk: (chunk: DuckDBDataChunk) => void,
): Promise<void> {
  const { text, values } = writeStatement(statement)
  const result = await connection.stream(text, values)
  let next = result.fetchChunk()
  for (let chunk = await next; chunk && chunk.rowCount > 0; chunk = await next) {
    next = result.fetchChunk()
    onChunk(chunk)
  }
}

/** A column of numbers. */
export const numbersOf = (chunk: DuckDBDataChunk, column: number) =>
  chunk.getColumnVector(column) as DuckDBVector<number>

/** The values of a breakdown with the codes by which events name them. */
const VALUE_LIST = sql`
  listed as (
    select value, (row_number() over (order by value))::integer as code
    from (select distinct value from masked) where value is not null and value <> ${NO_VALUE})`

/** Of a breakdown, every value as JSON writes it; that of code n is the n-th. */
export async function readValues(
  connection: DuckDBConnection,
  source: EventSource,
  query: FunnelQuery,
): Promise<string[]> {
  const statement = sql`with ${maskedEvents(source, query)}, ${VALUE_LIST} select value from listed order by code`
  const rows = await runStatement<{ value: string }>(connection, writeStatement(statement))
  return rows.map(({ value }) => value)
}
