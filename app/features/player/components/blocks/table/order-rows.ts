import type { RowView } from '~/domain/demo/blocks/table'

export interface Sorting {
  column: number
  descending: boolean
}

const textOf = (row: RowView, column: number): string => row.cells[column]?.text ?? ''

function compareCells(a: RowView, b: RowView, column: number, locale: string): number {
  const left = a.cells[column]?.value ?? null
  const right = b.cells[column]?.value ?? null
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  const isDate = a.cells[column]?.format === 'date' || a.cells[column]?.format === 'datetime'
  if (isDate) return String(left).localeCompare(String(right))
  return textOf(a, column).localeCompare(textOf(b, column), locale, { numeric: true })
}

/** Rows in which any cell reads like `filter`, ordered by one column. Without sorting they keep the world's order. */
export function orderRows(rows: readonly RowView[], filter: string, sorting: Sorting | null, locale: string): RowView[] {
  const wanted = filter.trim().toLocaleLowerCase(locale)
  const found = rows.filter((row) => row.cells.some((cell) => cell.text.toLocaleLowerCase(locale).includes(wanted)))
  if (sorting === null) return found
  const sign = sorting.descending ? -1 : 1
  return found.sort((a, b) => sign * compareCells(a, b, sorting.column, locale))
}

/** Up, down, then the world's own order again. */
export function nextSorting(now: Sorting | null, column: number): Sorting | null {
  if (now === null || now.column !== column) return { column, descending: false }
  return now.descending ? null : { column, descending: true }
}
