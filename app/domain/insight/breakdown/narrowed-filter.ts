import type { BoardFilter } from '../board-filter'
import { OPTIONAL_DIMENSIONS, type Dimension, type DimensionValue } from './dimensions'

/** The parts of a filter that keep the trials of one row of a breakdown. */
export function filterOfRow(by: readonly Dimension[], keys: readonly DimensionValue[]): Partial<BoardFilter> {
  const values = by.map((dimension, index) => [dimension, keys[index] ?? null] as const)
  const given = values.filter(([, value]) => value !== null)
  const without = OPTIONAL_DIMENSIONS.filter((one) =>
    values.some(([name, value]) => name === one && value === null),
  )
  return {
    ...(Object.fromEntries(given) as Partial<BoardFilter>),
    ...(without.length > 0 ? { without } : {}),
  }
}

/** A filter that keeps only the trials of one row as well. */
export function narrowedFilter(filter: BoardFilter, row: Partial<BoardFilter>): BoardFilter {
  return { ...filter, ...row, without: [...new Set([...(filter.without ?? []), ...(row.without ?? [])])] }
}
