import { difference, type Difference } from '../difference'
import { rateEstimate } from '../estimate'
import { isEnough, proportion, type Proportion } from '../proportion'

/** The least score of each band. The last two are the upper half. */
export const SCORE_BANDS = [0, 25, 50, 75] as const

const UPPER_HALF = 50
const TOP = 100
/** With fewer conversions chance alone decides which scores they fall on. */
const FEWEST_CONVERTED = 10

/** Accounts of a band that are past the conversion window, and those of them that converted within it. */
export interface BandTally {
  from: number
  matured: number
  converted: number
}

export interface ScoreBand {
  from: number
  to: number
  conversion: Proportion
}

/** Whether accounts with a score in the upper half convert more often than the others. */
type ScoreVerdict = 'more' | 'less' | 'cannot-tell' | 'too-few'

export interface ScoreCalibration {
  bands: ScoreBand[]
  matured: number
  converted: number
  verdict: ScoreVerdict
  /** The rate of the upper half less that of the lower one. */
  difference: Difference
}

/** How often accounts of each band converted. It is told of accounts past the window alone. */
export function calibrateScore(tallies: readonly BandTally[]): ScoreCalibration {
  const bands = SCORE_BANDS.map((from, index) => {
    const own = sumOf(tallies.filter((tally) => tally.from === from))
    const to = (SCORE_BANDS[index + 1] ?? TOP + 1) - 1
    return { from, to, conversion: proportion(own.converted, own.matured) }
  })
  const all = sumOf(tallies)
  const upper = sumOf(tallies.filter(({ from }) => from >= UPPER_HALF))
  const lower = sumOf(tallies.filter(({ from }) => from < UPPER_HALF))
  const between = difference(
    rateEstimate(upper.converted, upper.matured),
    rateEstimate(lower.converted, lower.matured),
  )
  const tells = isEnough(all.matured) && all.converted >= FEWEST_CONVERTED
  return { bands, ...all, difference: between, verdict: tells ? verdictOf(between) : 'too-few' }
}

function verdictOf({ low, high }: Difference): ScoreVerdict {
  if (low > 0) return 'more'
  return high < 0 ? 'less' : 'cannot-tell'
}

function sumOf(tallies: readonly BandTally[]): { matured: number; converted: number } {
  const total = (name: 'matured' | 'converted') => tallies.reduce((sum, tally) => sum + tally[name], 0)
  return { matured: total('matured'), converted: total('converted') }
}
