import Papa from 'papaparse'
import { findDelimiter } from './delimiter'
import { MOST_CSV_COLUMNS, MOST_CSV_ROWS } from '~/domain/csv/limits'
import type { Unreadable } from './unreadable'

/** A row of a file, with the line that it begins on, the header being line 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

export interface CsvTable {
  /** As the file names its columns; two may have the same name. */
  headers: string[]
  rows: CsvRow[]
}

/** Reads text separated by commas, semicolons, tabs or pipes, with a header row. Empty rows are skipped. */
export function readTable(file: string): CsvTable | { unreadable: Unreadable } {
  const parsed: CsvRow[] = []
  const { delimiter, text, skipped } = findDelimiter(file)
  let [at, line] = [0, 1 + skipped]
  const { errors } = parseRows(text, delimiter, (cells, end) => {
    const begins = line
    line += text.slice(at, end).match(/\r\n|\n|\r/g)?.length ?? 0
    at = end
    if (cells.some((cell) => cell.trim() !== ''))
      parsed.push({ line: begins, cells: cells.map((cell) => cell.trim()) })
  })
  if (errors.some(({ type }) => type === 'Quotes')) return { unreadable: 'quotes' }
  const [head, ...rows] = parsed
  if (!head || rows.length === 0) return { unreadable: 'no-rows' }
  if (head.cells.length > MOST_CSV_COLUMNS) return { unreadable: 'too-many-columns' }
  if (rows.length > MOST_CSV_ROWS) return { unreadable: 'too-many-rows' }
  return { headers: head.cells, rows }
}

function parseRows(
  text: string,
  delimiter: string,
  onRow: (cells: string[], end: number) => void,
): { errors: Papa.ParseError[] } {
  const errors: Papa.ParseError[] = []
  Papa.parse<string[]>(text, {
    delimiter,
    step: (step) => {
      errors.push(...step.errors)
      onRow(step.data, step.meta.cursor)
    },
  })
  return { errors }
}
