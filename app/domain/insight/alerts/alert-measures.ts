/** The measures that are watched day by day, of demos and channels. */
const DAY_MEASURES = ['trials', 'completion', 'dropped', 'asked', 'converted', 'rating', 'flagged'] as const
export type DayMeasure = (typeof DAY_MEASURES)[number]

/** All that is watched: `account-trials` are the trials that an account began in seven days. */
export const ALERT_MEASURES = [...DAY_MEASURES, 'account-trials'] as const
export type AlertMeasure = (typeof ALERT_MEASURES)[number]
export type AlertDirection = 'above' | 'below'

/** What one day counted of some trials: those that started on it, and goals that were reached on it. */
export interface DayCount {
  /** With those that are flagged, which count nowhere else. */
  begun: number
  started: number
  finished: number
  dropped: number
  rated: number
  /** Rated with four or five stars. */
  liked: number
  flagged: number
  asked: number
  converted: number
}

type CountName = keyof DayCount

interface MeasureParts {
  numerator: CountName
  /** Null for a plain count. */
  denominator: CountName | null
}

/** What each measure counts, of what. Goals count on the day on which they are reached. */
export const MEASURE_PARTS: Record<DayMeasure, MeasureParts> = {
  trials: { numerator: 'started', denominator: null },
  completion: { numerator: 'finished', denominator: 'started' },
  dropped: { numerator: 'dropped', denominator: 'started' },
  asked: { numerator: 'asked', denominator: null },
  converted: { numerator: 'converted', denominator: null },
  rating: { numerator: 'liked', denominator: 'rated' },
  flagged: { numerator: 'flagged', denominator: 'begun' },
}

/** True for a share, which has a denominator; false for a plain count. */
export const isShareMeasure = (measure: AlertMeasure): boolean =>
  measure !== 'account-trials' && MEASURE_PARTS[measure].denominator !== null
