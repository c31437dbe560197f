import type { BreakdownColumn, BreakdownRow, BreakdownTerms } from './breakdown-terms'
import type { DimensionValue } from './dimensions'

const FIGURES: Record<Exclude<BreakdownColumn, 'key'>, (row: BreakdownRow) => number | null> = {
  value: ({ estimate }) => estimate.value,
  trials: ({ trials }) => trials,
  difference: ({ fromRest }) => fromRest?.value ?? null,
}

/** The order of the rows of a breakdown. Rows without a figure come last in either direction; ties are in order of their keys. */
export function rowOrder({ column, descending }: BreakdownTerms['order']) {
  const sign = descending ? -1 : 1
  return (a: BreakdownRow, b: BreakdownRow): number => {
    if (column === 'key') return compareKeys(a, b, sign)
    const figure = FIGURES[column]
    return compareValues(figure(a), figure(b), sign) || compareKeys(a, b)
  }
}

/** Dimension by dimension. */
function compareKeys(a: BreakdownRow, b: BreakdownRow, sign = 1): number {
  const index = a.keys.findIndex((key, at) => key !== b.keys[at])
  return index < 0 ? 0 : compareValues(a.keys[index] ?? null, b.keys[index] ?? null, sign)
}

/** Numbers by value, texts by code units, none last. */
function compareValues(a: DimensionValue, b: DimensionValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a === b ? 0 : a < b ? -sign : sign
}
