import { difference, type Difference } from './difference'
import type { Estimate } from './estimate'

/** A figure beside that of the period before. */
export interface Change {
  now: Estimate
  before: Estimate
  difference: Difference
  /** now ÷ before − 1; null when the figure before is 0 or unknown. */
  relative: number | null
}

/** How a figure changed since the period before it. */
export function changeOf(now: Estimate, before: Estimate): Change {
  const isKnown = now.value !== null && before.value !== null && before.value !== 0
  const relative = isKnown ? (now.value ?? 0) / (before.value ?? 1) - 1 : null
  return { now, before, difference: difference(now, before), relative }
}
