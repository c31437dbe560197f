import { SCORE_PARTS } from './accounts/account-score'
import { SCORE_BANDS } from './accounts/score-bands'
import { PARTS } from './attribution/apportion'
import { UNKNOWN_CHANNEL } from '../trial/channels'
import { TRIAL_SIGNALS } from '../trial/signals'
import { LOOK_BACK_MS } from './attribution/credits'
import { DIRECT, END_SHARE, HALF_LIFE_MS } from './attribution/models'
import { DAY_MS } from '../day'
import type { Bin } from './bins'
import { DURATION_BINS, SCORE_BINS } from './bins'
import { IDLE_MS } from './measured-trial'
import { MOST_SUMMED, medianRanks } from './median-interval'
import { RETURN_MS } from './stages/visitor-states'
import { STEP_MARK } from './trial-set'
import { Z } from './wilson'

/** The constants of the measures, in the form in which queries are given them. */
export interface MeasureRules {
  /** By which conversions are shared among touches. */
  attribution: Record<'parts' | 'endShare' | 'halfLifeMs' | 'lookBackMs', number> &
    Record<'direct' | 'unknown', string>
  /** Without an event for longer than this an unfinished trial counts as dropped. */
  idleMs: number
  /** How long after the first trial a visitor may take to return. */
  returnMs: number
  dayMs: number
  durationBins: readonly Bin[]
  scoreBins: readonly Bin[]
  /** Joins the states of an edge or a path. */
  stepMark: string
  /** Of trials that are faster than anybody is. */
  fastFlag: string
  /** The lower place of the median's interval of 1, 2, … values; 0 where there is none. Beyond them a formula with `z` holds. */
  medianPlaces: readonly number[]
  z: number
  /** What accounts get points for: a count and how many each gives, at most. */
  scoreParts: readonly { name: string; each: number; most: number }[]
  scoreBands: readonly number[]
}

export const MEASURE_RULES: MeasureRules = {
  idleMs: IDLE_MS,
  returnMs: RETURN_MS,
  dayMs: DAY_MS,
  durationBins: DURATION_BINS,
  scoreBins: SCORE_BINS,
  stepMark: STEP_MARK,
  fastFlag: TRIAL_SIGNALS['impossible-speed'].reason,
  medianPlaces: Array.from({ length: MOST_SUMMED }, (_, index) => medianRanks(index + 1)?.low ?? 0),
  z: Z,
  scoreParts: SCORE_PARTS,
  scoreBands: SCORE_BANDS,
  attribution: {
    parts: PARTS,
    direct: DIRECT,
    unknown: UNKNOWN_CHANNEL,
    endShare: END_SHARE,
    halfLifeMs: HALF_LIFE_MS,
    lookBackMs: LOOK_BACK_MS,
  },
}
