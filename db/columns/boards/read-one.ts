import type { SQL } from 'drizzle-orm'
import type { ColumnsReader } from '../columns-reader'

/** The row of a statement that always gives one, such as an aggregate without groups. */
export async function readOne<Row extends object>(reader: ColumnsReader, statement: SQL): Promise<Row> {
  const [row] = await reader.rows<Row>(statement)
  if (!row) throw new Error('A statement that always gives a row gave none.')
  return row
}
