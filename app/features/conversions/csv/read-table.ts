import Papa from 'papaparse'
import { MOST_CSV_COLUMNS, MOST_CSV_ROWS } from './limits'
import type { Unreadable } from './unreadable'

/** A row of a file, with the line that it begins on, the header being line 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

export interface CsvTable {
  headers: string[]
  rows: CsvRow[]
}

/** Reads comma, semicolon, tab or pipe separated text whose first row names the columns. Empty rows are left out. */
export function readTable(text: string): CsvTable | { unreadable: Unreadable } {
  const parsed: CsvRow[] = []
  let [at, line] = [0, 1]
  const { errors } = parseRows(text, (cells, end) => {
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
  const named = head.cells.filter((name) => name !== '').map((name) => name.toLowerCase())
  if (new Set(named).size !== named.length) return { unreadable: 'headers' }
  return { headers: head.cells, rows }
}

function parseRows(
  text: string,
  onRow: (cells: string[], end: number) => void,
): { errors: Papa.ParseError[] } {
  const errors: Papa.ParseError[] = []
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: (step) => {
      errors.push(...step.errors)
      onRow(step.data, step.meta.cursor)
    },
  })
  return { errors }
}

/** The sign that parts the names in the header; a comma when there is but one name. */
function delimiterOf(text: string): string {
  const header = text.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: header.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}
