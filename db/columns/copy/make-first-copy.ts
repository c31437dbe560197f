import type { DuckDBConnection } from '@duckdb/node-api'
import type { ISql } from 'postgres'
import { inOneTransaction } from '../in-one-transaction'
import { COPIED_KINDS, type CopiedKind } from './copied-tables'
import { createCopy } from './create-copy'
import { readAllRows } from './read-rows'
import { writeRows } from './write-rows'

export interface CopyProgress {
  kind: CopiedKind
  /** Rows of this kind that have been copied. */
  rows: number
}

/**
 * Makes the tables in an empty database and copies everything. Rows are read batch after batch while others change them, so
 * the caller must have learned `watermarkMs` before, and apply all changes named since. Until then the copy mixes moments.
 */
export async function makeFirstCopy(
  connection: DuckDBConnection,
  sql: ISql,
  { watermarkMs, onProgress }: { watermarkMs: number; onProgress?: (progress: CopyProgress) => void },
): Promise<void> {
  await createCopy(connection)
  for (const kind of COPIED_KINDS) {
    let rows = 0
    for await (const batch of readAllRows(sql, kind)) {
      await inOneTransaction(connection, () => writeRows(connection, batch, null, watermarkMs))
      rows += batch.count
      onProgress?.({ kind, rows })
    }
  }
  await connection.run(`update copy_state set watermark_ms = ${watermarkMs}, complete = true`)
  await connection.run('checkpoint')
}
