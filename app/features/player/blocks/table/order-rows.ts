import { readTime } from '~/domain/day'
import { numeral } from '~/domain/demo/expression/decimal'
import { fold } from '~/domain/fold'
import type { ValueView } from '~/domain/demo/screen/blocks/view-parts'
import type { RowView } from '~/domain/demo/screen/blocks/table'

export interface Sorting {
  column: number
  descending: boolean
}

/** The time of a date cell; null for other cells. */
function timeOf({ format, value }: ValueView): number | null {
  return (format === 'date' || format === 'datetime') && typeof value === 'string' ? readTime(value) : null
}

/** Orders figures by value, dates by time, texts by language; empty cells come last. */
function compareValues(a: ValueView, b: ValueView, locale: string): number {
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value - b.value
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
  const [time, other] = [timeOf(a), timeOf(b)]
  if (time !== null && other !== null) return time - other
  return a.text.localeCompare(b.text, locale, { numeric: true })
}

/** The text of a cell, and a figure also without thousands separators, as people type it. */
function readings({ text, value }: ValueView): string[] {
  return typeof value === 'number' ? [text, numeral(value)] : [text]
}

/** The rows with a cell that matches `filter`, sorted by one column. Without sorting they keep the world's order. */
export function orderRows(
  rows: readonly RowView[],
  filter: string,
  sorting: Sorting | null,
  locale: string,
): RowView[] {
  const wanted = fold(filter)
  const reads = (cell: ValueView) => readings(cell).some((reading) => fold(reading).includes(wanted))
  const found = rows.filter((row) => row.cells.some(reads))
  if (sorting === null) return found
  const sign = sorting.descending ? -1 : 1
  return found.sort((a, b) => {
    const [left, right] = [a.cells[sorting.column], b.cells[sorting.column]]
    return left && right ? sign * compareValues(left, right, locale) : 0
  })
}

/** Ascending, descending, then the original order. */
export function nextSorting(now: Sorting | null, column: number): Sorting | null {
  if (now === null || now.column !== column) return { column, descending: false }
  return now.descending ? null : { column, descending: true }
}

/** A sorting as the value of a choice; empty when there is none. */
export function writeSorting(sorting: Sorting | null): string {
  return sorting === null ? '' : `${sorting.column} ${sorting.descending ? 'down' : 'up'}`
}

/** What `writeSorting` wrote. */
export function readSorting(written: string): Sorting | null {
  const [column = '', way] = written.split(' ')
  return column === '' ? null : { column: Number(column), descending: way === 'down' }
}
