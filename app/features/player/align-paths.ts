/** One row of the comparison: a state on both ways, only on the way taken, or only on the ideal one. */
export interface AlignedStep {
  state: string
  on: 'both' | 'taken' | 'ideal'
}

/** More steps than this are not compared: the work grows with the product of both lengths. */
const MAX_STEPS = 300

type Lengths = (i: number, j: number) => number

/** Length of the longest common subsequence of the tails that begin at `i` and `j`. */
function commonLengths(a: readonly string[], b: readonly string[]): Lengths {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const length: Lengths = (i, j) => table[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] ?? []
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
    }
  }
  return length
}

/** Lays the way taken beside the ideal way, so that as many states as possible stand in one row. */
export function alignPaths(taken: readonly string[], ideal: readonly string[]): AlignedStep[] {
  const a = taken.slice(0, MAX_STEPS)
  const b = ideal.slice(0, MAX_STEPS)
  const common = commonLengths(a, b)
  const steps: AlignedStep[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [left = '', right = ''] = [a[i], b[j]]
    if (left === right) {
      steps.push({ state: left, on: 'both' })
      i++
      j++
    } else if (common(i + 1, j) >= common(i, j + 1)) {
      steps.push({ state: left, on: 'taken' })
      i++
    } else {
      steps.push({ state: right, on: 'ideal' })
      j++
    }
  }
  const rest = (path: readonly string[], on: AlignedStep['on']) => path.map((state) => ({ state, on }))
  return [...steps, ...rest(a.slice(i), 'taken'), ...rest(b.slice(j), 'ideal')]
}
