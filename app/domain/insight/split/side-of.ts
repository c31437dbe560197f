import type { SplitSideName } from './split-plan'

/** The side of a visitor whose place on the line from 0 to 1 is given: the variant takes the first stretch of it. */
export function sideOf(place: number, variantShare: number): SplitSideName {
  return place < variantShare ? 'variant' : 'control'
}
