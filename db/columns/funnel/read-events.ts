import type { DuckDBConnection, DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api'
import { sql, type SQL } from 'drizzle-orm'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import { runStatement, writeStatement } from '../columns-reader'
import type { EventSource } from './event-source'
import { maskedEvents, NO_VALUE, opensAttempt } from './events-sql'
import { UnitEvents } from './unit-events'

/**
 * Reads the events of one unit after the other, by time, with what each can do in the funnel; of all units that open an
 * attempt, or of those in a table of that name with a column `unit`. The database compares and sorts.
 */
export async function readEvents(
  connection: DuckDBConnection,
  source: EventSource,
  query: FunnelQuery,
  { among, onUnit }: { among?: string; onUnit: (events: UnitEvents) => void },
): Promise<void> {
  const { breakdown } = query
  const events = new UnitEvents()
  const statement = sql`
    with ${codedEvents(source, query, among)}
    select unit, at_ms::double, mask, ${breakdown ? sql`coalesce(listed.code, 0)` : sql`0`}
    from masked ${breakdown?.by === 'first-touch' ? sql`left join touched using (unit)` : sql``}
    ${breakdown ? sql`left join listed on listed.value = ${ofTable(breakdown.by)}.value` : sql``}
    order by unit, at_ms ${breakdown?.by === 'step' ? sql`, rank, own, place` : sql``}`
  await readChunks(connection, statement, (chunk) => {
    const [units, times, masks, codes] = [0, 1, 2, 3].map((column) => numbersOf(chunk, column))
    const rows = chunk.rowCount
    for (let row = 0; row < rows; row += 1) {
      const next = units?.getItem(row) ?? events.unit
      if (next !== events.unit) {
        if (events.size > 0) onUnit(events)
        events.begin(next)
      }
      events.add(times?.getItem(row) ?? 0, masks?.getItem(row) ?? 0, codes?.getItem(row) ?? 0)
    }
  })
  if (events.size > 0) onUnit(events)
}

/** The events of those units; with a breakdown also `listed`, its values with the codes by which events name them. */
function codedEvents(source: EventSource, query: FunnelQuery, among: string | undefined): SQL {
  const { breakdown } = query
  const opening = among === undefined ? [openingUnits(source, query)] : []
  const listed = breakdown ? [valueList(breakdown.by)] : []
  const masked = maskedEvents(source, query, { among: among ?? 'opening' })
  return sql.join([...opening, masked, ...listed], sql`, `)
}

/** The units that open an attempt: only their events are sorted. */
function openingUnits(source: EventSource, query: FunnelQuery): SQL {
  const { order, steps } = query
  const openers = order === 'unordered' ? steps : steps.slice(0, 1)
  const asked: FunnelQuery = {
    ...{ ...query, steps: openers, order: 'unordered', exclusions: [], breakdown: null },
  }
  return sql`opening as materialized (
    with ${maskedEvents(source, asked)} select distinct unit from masked where ${opensAttempt(asked)})`
}

/** Gives the rows of a statement bit by bit. The next ones are fetched while these are looked at. */
async function readChunks(
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
const numbersOf = (chunk: DuckDBDataChunk, column: number) =>
  chunk.getColumnVector(column) as DuckDBVector<number>

const valueList = (by: 'first-touch' | 'step'): SQL => sql`
  listed as (
    select value, (row_number() over (order by value))::integer as code
    from (select distinct value from ${ofTable(by)})
    where value is not null and value <> ${NO_VALUE})`

/** Where the values of a breakdown are. */
const ofTable = (by: 'first-touch' | 'step'): SQL => (by === 'step' ? sql`masked` : sql`touched`)

/** Of a breakdown, every value that `readEvents` met, as JSON writes it; that of code n is the n-th. */
export async function readValues(
  connection: DuckDBConnection,
  source: EventSource,
  query: FunnelQuery,
  among?: string,
): Promise<string[]> {
  const statement = sql`with ${codedEvents(source, query, among)} select value from listed order by code`
  const rows = await runStatement<{ value: string }>(connection, writeStatement(statement))
  return rows.map(({ value }) => value)
}
