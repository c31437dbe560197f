import { createHash } from 'node:crypto'
import { distinctHeaders, guessColumns } from './csv/columns'
import type { ColumnMap, CsvField } from './csv/columns'
import { decodeText } from '~/platform/csv/decode-text'
import type { Notation, NotationQuestion } from '~/domain/csv/notation'
import { decimalSignOf, readAmount } from '~/domain/csv/read-amount'
import { dayOrderOf, readDate } from '~/domain/csv/read-date'
import { dayPartOf } from './csv/read-moment'
import { readReport } from './csv/read-report'
import type { RowReading } from './csv/read-report'
import { readTable } from '~/platform/csv/read-table'
import type { CsvRow } from '~/platform/csv/read-table'
import type { Unreadable } from '~/platform/csv/unreadable'

export interface FileRow {
  line: number
  reading: RowReading
}

export interface ReadFile {
  headers: string[]
  columns: ColumnMap
  /** Fields whose name two columns have. */
  ambiguous: CsvField[]
  notation: Notation
  questions: NotationQuestion[]
  rows: FileRow[]
  /** Of the file's bytes and of what its columns and cells were taken for. */
  hash: string
}

interface Surroundings {
  timeZone: string
  currency: string
  now: Date
}

/** What a person said of a file. */
export interface FileChoices {
  columns: ColumnMap
  notation: Partial<Notation>
}

/** Reads a file of conversions, a report or its issues for each row. */
export function readFile(
  { bytes, columns, notation: chosen }: { bytes: Uint8Array } & FileChoices,
  around: Surroundings,
): ReadFile | { unreadable: Unreadable } {
  const decoded = decodeText(bytes)
  if ('unreadable' in decoded) return decoded
  const table = readTable(decoded.text)
  if ('unreadable' in table) return table
  const guess = guessColumns(table.headers)
  const present = presentColumns({ ...guess.columns, ...columns })
  const cells = (field: CsvField) => cellsOf(table.rows, present[field])
  const days = [...cells('at'), ...cells('updatedAt')].map(dayPartOf)
  const notation = {
    dayOrder: chosen.dayOrder ?? agreed(days.map(dayOrderOf)),
    decimalSign: chosen.decimalSign ?? agreed(cells('value').map(decimalSignOf)),
  }
  const ambiguous = guess.ambiguous.filter((field) => columns[field] === undefined)
  const format = { ...around, ...notation, ambiguous }
  return {
    headers: distinctHeaders(table.headers),
    columns: present,
    ambiguous: guess.ambiguous,
    notation,
    questions: questionsOf(days, cells('value')),
    rows: table.rows.map(({ line, cells: row }) => ({ line, reading: readReport(row, present, format) })),
    hash: hashOf(bytes, present, notation),
  }
}

/** Asked of every file in which a cell by itself could be read in two ways, so that what was guessed can be changed. */
function questionsOf(days: readonly string[], amounts: readonly string[]): NotationQuestion[] {
  return [
    ...(days.some((day) => readDate(day, null) === 'ambiguous') ? ['dayOrder' as const] : []),
    ...(amounts.some((amount) => readAmount(amount, null) === 'ambiguous') ? ['decimalSign' as const] : []),
  ]
}

const cellsOf = (rows: readonly CsvRow[], column: number | undefined): string[] =>
  column === undefined ? [] : rows.map(({ cells }) => cells[column] ?? '')

/** Fields that a column has; -1 says that none does. */
function presentColumns(columns: ColumnMap): ColumnMap {
  return Object.fromEntries(Object.entries(columns).filter(([, at]) => at >= 0))
}

function hashOf(bytes: Uint8Array, columns: ColumnMap, notation: Notation): string {
  const hash = createHash('sha256')
  hash.update(bytes).update(JSON.stringify([Object.entries(columns).sort(), notation]))
  return hash.digest('base64url')
}

/** The unanimous vote; null when there are no votes or they differ. Cells that say nothing vote null. */
function agreed<Value>(votes: readonly (Value | null)[]): Value | null {
  const distinct = new Set(votes.filter((vote) => vote !== null))
  const [only] = distinct
  return distinct.size === 1 && only !== undefined ? only : null
}
