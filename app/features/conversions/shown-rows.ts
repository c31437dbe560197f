import type { RowVerdict, Verdict } from './verdicts'

/** Rows that a page shows of a file. */
const MOST_SHOWN = 200

/** What a person must look at comes first. */
const ORDER: Verdict[] = ['invalid', 'unmatched', 'corrected', 'outdated', 'matched', 'duplicate']

/** The rows of a file to show, the ones that ask for attention first, and how many there are in all. */
export function shownRows(rows: readonly RowVerdict[]): { rows: RowVerdict[]; count: number } {
  const rank = (row: RowVerdict) => ORDER.indexOf(row.verdict) - (row.uncounted === null ? 0 : 0.5)
  const sorted = [...rows].sort((one, other) => rank(one) - rank(other) || one.line - other.line)
  return { rows: sorted.slice(0, MOST_SHOWN), count: rows.length }
}
