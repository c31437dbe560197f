/** One row of the comparison: a state on both ways, only on the way taken, or only on the ideal one. */
export interface AlignedStep {
  state: string
  on: 'both' | 'taken' | 'ideal'
}

/** Lengths of the longest common subsequence of every pair of tails. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skipped = Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0)
      const row = table[i]
      if (row) row[j] = a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : skipped
    }
  }
  return table
}

/**
 * Lays the way taken beside the ideal way, so that as many states as possible stand in one row. Paths are bounded
 * (`MAX_STEPS`), since the work grows with the product of their lengths.
 */
export function alignPaths(taken: readonly string[], ideal: readonly string[]): AlignedStep[] {
  const a = taken.slice(0, MAX_STEPS)
  const b = ideal.slice(0, MAX_STEPS)
  const common = commonLengths(a, b)
  const steps: AlignedStep[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      steps.push({ state: left, on: 'both' })
      i++
      j++
    } else if (left !== undefined && (right === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      steps.push({ state: left, on: 'taken' })
      i++
    } else if (right !== undefined) {
      steps.push({ state: right, on: 'ideal' })
      j++
    }
  }
  return steps
}

/** More steps than this are not compared. */
export const MAX_STEPS = 300
