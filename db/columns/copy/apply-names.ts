import type { DuckDBConnection } from '@duckdb/node-api'
import type { ISql } from 'postgres'
import { inOneTransaction } from '../in-one-transaction'
import { COPIED_KINDS, type ChangedName } from './copied-tables'
import { readNamedRows } from './read-rows'
import { writeRows } from './write-rows'

/**
 * Brings the copy to a watermark: reads the named rows as they are now and writes them with the watermark in one
 * transaction. The watermark must be later than that of the copy.
 */
export async function applyNames(
  connection: DuckDBConnection,
  sql: ISql,
  { names, watermarkMs }: { names: readonly ChangedName[]; watermarkMs: number },
): Promise<void> {
  const kinds = COPIED_KINDS.map((kind) => ({ kind, own: names.filter((name) => name.kind === kind) }))
  const changed = kinds.filter(({ own }) => own.length > 0)
  const current = await Promise.all(
    changed.map(async ({ kind, own }) => ({ own, rows: await readNamedRows(sql, kind, own) })),
  )
  await inOneTransaction(connection, async () => {
    for (const { own, rows } of current) await writeRows(connection, rows, own, watermarkMs)
    await connection.run(`update copy_state set watermark_ms = ${watermarkMs}`)
  })
}
