import { difference, type Difference } from '../difference'
import { rateEstimate } from '../estimate'
import { proportion, type Proportion } from '../proportion'

/** The trials of a source, flagged ones included. */
export interface SourceTrials {
  channel: string
  /** Null where none was named, or where it may not be kept. */
  source: string | null
  trials: number
  flagged: number
  /** Trials that are flagged because nobody is that fast. */
  fast: number
  /** Trials of sign-up farms. */
  ofFarms: number
  /** Some of these farms. */
  farms: readonly string[]
}

export interface SuspiciousSource extends SourceTrials {
  own: Proportion
  /** Of all other sources together. */
  rest: Proportion
  /** Flagged share of the source less that of all others. */
  difference: Difference
}

/** Fewer flagged trials make no source suspicious: a colleague's afternoon may be as many. */
const FEWEST_FLAGGED = 5

/**
 * Sources of which surely more trials are flagged than of all others (the 95% interval of the difference lies above 0), and
 * those of sign-up farms. The surest first.
 */
export function suspiciousSources(sources: readonly SourceTrials[]): SuspiciousSource[] {
  const sum = (of: (source: SourceTrials) => number) => sources.reduce((total, one) => total + of(one), 0)
  const [trials, flagged] = [sum((one) => one.trials), sum((one) => one.flagged)]
  return sources
    .map((source): SuspiciousSource => {
      const others = [flagged - source.flagged, trials - source.trials] as const
      return {
        ...source,
        own: proportion(source.flagged, source.trials),
        rest: proportion(...others),
        difference: difference(rateEstimate(source.flagged, source.trials), rateEstimate(...others)),
      }
    })
    .filter(isSuspicious)
    .sort((a, b) => b.difference.low - a.difference.low || b.ofFarms - a.ofFarms)
}

const isSuspicious = ({ flagged, ofFarms, difference: { value, low } }: SuspiciousSource): boolean =>
  ofFarms > 0 || (flagged >= FEWEST_FLAGGED && value !== null && low > 0)
