import Papa from 'papaparse'

/** A CSV file for spreadsheets. Cells that look like a formula are written as text. */
export function writeCsv(header: string[], rows: string[][]): string {
  // The byte order mark tells spreadsheets that the file is UTF-8.
  return `\uFEFF${Papa.unparse([header, ...rows], { escapeFormulae: true })}\r\n`
}
