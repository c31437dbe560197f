import Papa from 'papaparse'

/** The byte order mark tells spreadsheets that the file is UTF-8. */
export const CSV_MARK = '\uFEFF'

/** The library's own pattern does not see a formula in a cell of several lines. */
const FORMULA = /^[=+\-@\t\r\n]/

/** Rows as lines of CSV. Texts that look like a formula are written as text; numbers are none. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return rows.length === 0 ? '' : `${Papa.unparse(rows as string[][], { escapeFormulae: FORMULA })}\r\n`
}

/** A CSV file for spreadsheets. Cells that look like a formula are written as text. */
export function writeCsv(header: string[], rows: string[][]): string {
  return CSV_MARK + csvLines([header, ...rows])
}
