import type { ISql } from 'postgres'
import { COPIED_TABLES, type ChangedName, type CopiedKind } from './copied-tables'
import type { CurrentRows } from './write-rows'

/** Rows that a first copy reads with one statement. */
const BATCH = 10_000

/** All rows of a kind, batch after batch, each batch as it is at its moment. */
export async function* readAllRows(
  sql: ISql,
  kind: CopiedKind,
): AsyncGenerator<CurrentRows & { count: number }> {
  const { select, only = 'true', order } = COPIED_TABLES[kind]
  const columns = order.map(([column]) => column).join(', ')
  const marks = order.map(([, type], index) => `$${index + 2}::text::${type}`).join(', ')
  for (let last: string[] = []; ;) {
    const beyond = last.length > 0 ? `and (${columns}) > (${marks})` : ''
    const rows = await sql.unsafe<{ row: string; last: string[] }[]>(
      `select row_to_json(copied)::text as row, last
      from (${select.replace(/\bselect\b/, `select array[${order.map(([column]) => `${column}::text`).join(', ')}] as last,`)}
        where ${only} ${beyond} order by ${columns} limit $1) as copied`,
      [BATCH, ...last],
    )
    const end = rows.at(-1)
    if (!end) return
    yield { kind, lines: linesOf(rows), count: rows.length }
    if (rows.length < BATCH) return
    last = end.last
  }
}

/** The named rows of a kind as they are now. */
export async function readNamedRows(
  sql: ISql,
  kind: CopiedKind,
  names: readonly ChangedName[],
): Promise<CurrentRows> {
  const { select, only = 'true', names: columns } = COPIED_TABLES[kind]
  const rows = await sql.unsafe<{ row: string }[]>(
    `select row_to_json(copied)::text as row from (${select}
      where ${only} and (${columns.join(', ')}) in (select * from unnest($1::text[]::uuid[], $2::text[]::uuid[]))) as copied`,
    [names.map(({ visitor }) => visitor), names.map(({ id }) => id)],
  )
  return { kind, lines: linesOf(rows) }
}

const linesOf = (rows: readonly { row: string }[]) => rows.map(({ row }) => row).join('\n')
