import { createHash } from 'node:crypto'
import { guessColumns } from './csv/columns'
import type { ColumnMap } from './csv/columns'
import { decodeText } from './csv/decode-text'
import type { Unreadable } from './csv/unreadable'
import { readReport } from './csv/read-report'
import type { RowReading } from './csv/read-report'
import { readTable } from './csv/read-table'

export interface FileRow {
  line: number
  reading: RowReading
}

export interface ReadFile {
  headers: string[]
  columns: ColumnMap
  rows: FileRow[]
  /** Of the file's bytes and of what its columns were taken for. */
  hash: string
}

/** Reads a file of conversions, a report or its issues for each row. */
export function readFile(
  { bytes, columns }: { bytes: Uint8Array; columns: ColumnMap },
  around: { timeZone: string; now: Date },
): ReadFile | { unreadable: Unreadable } {
  const decoded = decodeText(bytes)
  if ('unreadable' in decoded) return decoded
  const table = readTable(decoded.text)
  if ('unreadable' in table) return table
  const chosen = presentColumns({ ...guessColumns(table.headers), ...columns })
  const hash = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify(Object.entries(chosen).sort()))
  return {
    headers: table.headers,
    columns: chosen,
    rows: table.rows.map(({ line, cells }) => ({ line, reading: readReport(cells, chosen, around) })),
    hash: hash.digest('base64url'),
  }
}

/** Fields that a column has; -1 says that none does. */
function presentColumns(columns: ColumnMap): ColumnMap {
  return Object.fromEntries(Object.entries(columns).filter(([, at]) => at >= 0))
}
