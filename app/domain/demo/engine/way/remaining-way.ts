/** Required tasks left open at the best ending in reach, and the steps to the nearest such ending. Null where no success is in reach. */
export type RemainingWay = { readonly open: number; readonly steps: number } | null

/** Below 0 when the first way is the shorter one: open tasks count before steps, and no way at all is the longest. */
export function compareWays(one: RemainingWay, other: RemainingWay): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one.open - other.open || one.steps - other.steps
}

/** Whether something is gained by going from one place to another. */
export function isShorter(after: RemainingWay, before: RemainingWay): boolean {
  return compareWays(after, before) < 0
}
