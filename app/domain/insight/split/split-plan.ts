import { trialsToTellRates } from '../sample-size'

/** The two sides of a split: what is live, and what it is compared with. */
export const SPLIT_SIDES = ['control', 'variant'] as const

export type SplitSideName = (typeof SPLIT_SIDES)[number]

/** The kinds of documents that can be split. */
export const SPLIT_KINDS = ['demo', 'plans', 'page', 'help', 'message'] as const

/** What a split may be decided by: the share of the visitors who were shown a side that then … */
export const SPLIT_MEASURES = ['started', 'finished', 'asked', 'converted'] as const

export type SplitMeasure = (typeof SPLIT_MEASURES)[number]

/** What is written down before a split starts, and never changed while it runs. Shares are between 0 and 1. */
export interface SplitPlan {
  measure: SplitMeasure
  /** Of all visitors, how many are shown the variant. */
  variantShare: number
  /** How long after a visitor was first shown a side the measure is still counted, in days. */
  followUpDays: number
  /** The rate that is expected of the control. */
  baseline: number
  /** The smallest difference worth knowing, in the unit of the rate. */
  least: number
}

/** The share of visitors that a side is shown to. */
export function shareOf(side: SplitSideName, { variantShare }: Pick<SplitPlan, 'variantShare'>): number {
  return side === 'variant' ? variantShare : 1 - variantShare
}

/** How many visitors each side needs to tell the smallest difference at 5% and 80% power, whichever way it points. */
export function plannedEach({ baseline, least }: Pick<SplitPlan, 'baseline' | 'least'>): number {
  const away = [baseline + least, baseline - least].filter((rate) => rate >= 0 && rate <= 1)
  return Math.max(...away.map((rate) => trialsToTellRates(baseline, rate) ?? 0))
}

/** How many visitors have to be shown the split until its smaller side has as many as are planned. */
export function plannedInAll(plan: SplitPlan): number {
  return Math.ceil(plannedEach(plan) / Math.min(plan.variantShare, 1 - plan.variantShare))
}

const STEPS = 50

/** The smallest difference from the baseline that so many visitors a side can tell at 5% and 80% power; null for none. */
export function leastToTell(baseline: number, each: number): number | null {
  const [largest, direction] = baseline <= 0.5 ? [1 - baseline, 1] : [baseline, -1]
  const needs = (difference: number) =>
    trialsToTellRates(baseline, baseline + direction * difference) ?? Infinity
  if (needs(largest) > each) return null
  let [low, high] = [0, largest]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (needs(middle) <= each) high = middle
    else low = middle
  }
  return high
}
