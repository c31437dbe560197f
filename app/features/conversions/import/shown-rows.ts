import type { RowResult, RowOutcome } from './row-result'

/** Rows that a page shows of a file. */
const MOST_SHOWN = 200

/** Rows that need attention come first. */
const ORDER: RowOutcome[] = ['invalid', 'unmatched', 'corrected', 'outdated', 'matched', 'duplicate']

/** The rows of a file to show, the ones that ask for attention first, and how many there are in all. */
export function shownRows(rows: readonly RowResult[]): { rows: RowResult[]; count: number } {
  const rank = (row: RowResult) => ORDER.indexOf(row.verdict) - (row.uncounted === null ? 0 : 0.5)
  const sorted = [...rows].sort((one, other) => rank(one) - rank(other) || one.line - other.line)
  return { rows: sorted.slice(0, MOST_SHOWN), count: rows.length }
}
