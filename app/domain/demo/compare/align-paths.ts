/** One row of the comparison: a state on both paths, only on the one taken, or only on the ideal one. */
export interface AlignedStep {
  state: string
  on: 'both' | 'taken' | 'ideal'
}

/** Longer paths are not aligned: the work grows with the product of both lengths. */
const MAX_ALIGNED_STEPS = 300

/** The best score of aligning the tails that begin at `i` and `j`. */
type Worth = (i: number, j: number) => number

function worthOf<T>(a: readonly T[], b: readonly T[], likeness: (left: T, right: T) => number): Worth {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const worth: Worth = (i, j) => table[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] ?? []
    for (let j = b.length - 1; j >= 0; j--) {
      const like = likeness(a[i] as T, b[j] as T)
      const apart = Math.max(worth(i + 1, j), worth(i, j + 1))
      row[j] = like > 0 ? Math.max(apart, worth(i + 1, j + 1) + like) : apart
    }
  }
  return worth
}

/**
 * Aligns two lists in their order, so that like items share a row: pairs of indexes, null where one side has nothing.
 * `likeness` is 0 for items that may not share a row; the sum over all rows is maximal.
 */
export function alignLists<T>(
  left: readonly T[],
  right: readonly T[],
  likeness: (left: T, right: T) => number,
): [number | null, number | null][] {
  const [a, b] = [left.slice(0, MAX_ALIGNED_STEPS), right.slice(0, MAX_ALIGNED_STEPS)]
  const worth = worthOf(a, b, likeness)
  const rows: [number | null, number | null][] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const like = likeness(a[i] as T, b[j] as T)
    if (like > 0 && worth(i, j) === worth(i + 1, j + 1) + like) rows.push([i++, j++])
    else if (worth(i + 1, j) >= worth(i, j + 1)) rows.push([i++, null])
    else rows.push([null, j++])
  }
  while (i < a.length) rows.push([i++, null])
  while (j < b.length) rows.push([null, j++])
  return rows
}

/** Aligns the path taken with the ideal path, so that as many states as possible share a row. */
export function alignPaths(taken: readonly string[], ideal: readonly string[]): AlignedStep[] {
  return alignLists(taken, ideal, (left, right) => (left === right ? 1 : 0)).map(([i, j]) => ({
    state: (i === null ? ideal[j ?? 0] : taken[i]) ?? '',
    on: i === null ? 'ideal' : j === null ? 'taken' : 'both',
  }))
}
