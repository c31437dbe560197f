import { rateEstimate } from '../estimate'
import { sampleRatio, type SampleRatio } from '../sample-ratio'
import { compareEstimates, type Verdict } from '../verdict'
import { leastToTell, plannedEach, shareOf, SPLIT_SIDES } from './split-plan'
import type { SplitPlan, SplitSideName } from './split-plan'
import type { SideTally } from './split-tally'

/** What the visitors of a split say so far. */
export interface SplitJudgement {
  /** Whether visitors were divided as planned; when they were not, no difference means anything. */
  ratio: SampleRatio
  /** Of the variant against the control. */
  verdict: Verdict
  plannedEach: number
  /** The followed visitors of the side that has fewer. */
  followedEach: number
  /** True once both sides have the planned number: before, a clear difference may be chance. */
  isComplete: boolean
  /** The smallest difference that can be told now; null when none can. */
  leastNow: number | null
}

/** Judges a split by its plan. */
export function judgeSplit(plan: SplitPlan, tally: Record<SplitSideName, SideTally>): SplitJudgement {
  const rateOf = ({ reached, followed }: SideTally) => rateEstimate(reached, followed)
  const planned = plannedEach(plan)
  const followedEach = Math.min(tally.control.followed, tally.variant.followed)
  return {
    ratio: sampleRatio(
      SPLIT_SIDES.map((key) => ({ key, planned: shareOf(key, plan), observed: tally[key].shown })),
    ),
    verdict: compareEstimates(rateOf(tally.variant), rateOf(tally.control), {
      kind: 'rate',
      better: 'higher',
    }),
    plannedEach: planned,
    followedEach,
    isComplete: followedEach >= planned,
    leastNow: leastToTell(plan.baseline, followedEach),
  }
}
