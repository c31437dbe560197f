import type { DuckDBConnection, DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api'
import type { FunnelEventRule, FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import { EXCLUDED, UnitEvents } from './unit-events'

/** Collects the values of a statement, each named once. */
class Values {
  readonly all: (string | number)[] = []

  add(value: string | number): string {
    this.all.push(value)
    return `$${this.all.length}`
  }
}

/**
 * Reads the events of one unit after the other, by time, with what each can do in the funnel. The database compares and
 * sorts.
 */
export async function readEvents(
  connection: DuckDBConnection,
  query: FunnelQuery,
  onUnit: (events: UnitEvents) => void,
): Promise<void> {
  const { sql, values } = eventsSql(query)
  const result = await connection.stream(sql, values)
  const events = new UnitEvents()
  let unit = -1
  const read = (chunk: DuckDBDataChunk) => {
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
  }
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    read(chunk)
  if (events.size > 0) onUnit(events)
}

/** The statement below gives numbers alone. */
const numbersOf = (chunk: DuckDBDataChunk, column: number) =>
  chunk.getColumnVector(column) as DuckDBVector<number>

function eventsSql(query: FunnelQuery): { sql: string; values: (string | number)[] } {
  const values = new Values()
  const mask = maskSql(query, values)
  const { breakdown, unit } = query
  const value = breakdown && `map_extract_value(props, ${values.add(breakdown.prop)})`
  return {
    sql: `
      with
        ${value ? `${valueListSql(value)},` : ''}
        masked as (
          select ${unit} as unit, at_ms, (${mask})::integer as mask, position,
            ${value ? 'coalesce(listed.code, 0)' : '0'} as value
          from event ${value ? `left join listed on listed.value = ${value}` : ''}
          where ${unit} is not null ${onlyNeeded(query, values)})
      select unit, at_ms, mask, value from masked
      order by unit, at_ms ${value ? ', position' : ''}`,
    values: values.all,
  }
}

/** Strict funnels need every event; a breakdown by first touch those with a value. */
function onlyNeeded({ steps, exclusions, order, breakdown }: FunnelQuery, values: Values): string {
  if (order === 'strict') return ''
  const names = new Set([...steps, ...exclusions].map(({ event }) => event))
  const named = `name in (${[...names].map((name) => values.add(name)).join(', ')})`
  return `and (${named} ${breakdown?.by === 'first-touch' ? 'or listed.code is not null' : ''})`
}

/** The values of a breakdown with the codes by which events name them; the empty text is no value. */
const valueListSql = (value: string) => `
  listed as (
    select value, (row_number() over (order by value))::integer as code
    from (select distinct ${value} as value from event)
    where value is not null and value <> '""')`

/** Of a breakdown, every value as JSON writes it; that of code n is the n-th. */
export async function readValues(connection: DuckDBConnection, prop: string): Promise<string[]> {
  const list = valueListSql('map_extract_value(props, $1)')
  const reader = await connection.runAndReadAll(`with ${list} select value from listed order by code`, [prop])
  return reader.getRows().map(([value]) => String(value))
}

function maskSql({ steps, exclusions }: FunnelQuery, values: Values): string {
  const bits = steps.map((rule, step) => `case when ${ruleSql(rule, values)} then ${2 ** step} else 0 end`)
  const excluded = exclusions.map((rule) => ruleSql(rule, values)).join(' or ')
  return [...bits, ...(excluded ? [`case when ${excluded} then ${EXCLUDED} else 0 end`] : [])].join(' + ')
}

function ruleSql({ event, where }: FunnelEventRule, values: Values): string {
  const conditions = Object.entries(where).map(
    ([prop, value]) =>
      `coalesce(map_extract_value(props, ${values.add(prop)}) = ${values.add(JSON.stringify(value))}, false)`,
  )
  return `(${[`name = ${values.add(event)}`, ...conditions].join(' and ')})`
}
