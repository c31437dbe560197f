/**
 * Required tasks open at the best reachable ending, and the steps to the nearest such ending. Null where no success
 * can be reached.
 */
export type RemainingWay = { readonly open: number; readonly steps: number } | null

/** Below 0 when the first way is shorter. Open tasks count before steps, and no way at all is the longest. */
export function compareWays(one: RemainingWay, other: RemainingWay): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one.open - other.open || one.steps - other.steps
}

/** Whether the way after a step is shorter than before it. */
export function isShorter(after: RemainingWay, before: RemainingWay): boolean {
  return compareWays(after, before) < 0
}
