import { difference, type Difference } from './difference'
import type { Estimate } from './estimate'
import { FEWEST_TRIALS, isEnough } from './proportion'
import { trialsToTellEstimates, trialsToTellRates } from './sample-size'

/** What is compared: `rate` of independent trials, or another figure; and which way is good. */
export interface ComparisonTerms {
  kind: 'rate' | 'other'
  better: 'higher' | 'lower'
}

/** How many more trials each side would need to tell, if the difference stays as it is and both sides grow alike. */
interface MoreTrials {
  now: number
  before: number
}

export type Verdict =
  | { verdict: 'better' | 'worse'; difference: Difference }
  | {
      verdict: 'cannot-tell'
      why: 'too-few' | 'no-clear-difference'
      difference: Difference
      /** Null when no number of trials would tell: the figures are equal, or one is unknown. */
      more: MoreTrials | null
    }

/**
 * Whether a figure became better: its 95% interval of the difference lies on one side of 0, and each side rests on 30
 * trials at least.
 */
export function compareEstimates(now: Estimate, before: Estimate, terms: ComparisonTerms): Verdict {
  const change = difference(now, before)
  const isFew = !isEnough(now.count) || !isEnough(before.count)
  if (!isFew && (change.low > 0 || change.high < 0)) {
    const isHigher = change.low > 0
    return { verdict: isHigher === (terms.better === 'higher') ? 'better' : 'worse', difference: change }
  }
  return {
    verdict: 'cannot-tell',
    why: isFew ? 'too-few' : 'no-clear-difference',
    difference: change,
    more: moreTrials(now, before, terms),
  }
}

function moreTrials(now: Estimate, before: Estimate, { kind }: ComparisonTerms): MoreTrials | null {
  if (now.value === null || before.value === null) return null
  const needed =
    kind === 'rate' ? trialsToTellRates(now.value, before.value) : trialsToTellEstimates(now, before)
  if (needed === null) return null
  const each = Math.max(needed, FEWEST_TRIALS)
  return { now: Math.max(0, each - now.count), before: Math.max(0, each - before.count) }
}
