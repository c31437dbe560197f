import Papa from 'papaparse'

/** A file for spreadsheets. Cells that one would take for a formula are written as text. */
export function writeCsv(header: string[], rows: string[][]): string {
  // The mark tells spreadsheets that it is UTF-8.
  return `\uFEFF${Papa.unparse([header, ...rows], { escapeFormulae: true })}\r\n`
}
