/** The measures that are watched. */
export const ALERT_MEASURES = [
  'trials',
  'completion',
  'dropped',
  'asked',
  'converted',
  'rating',
  'flagged',
] as const

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
export const MEASURE_PARTS: Record<AlertMeasure, MeasureParts> = {
  trials: { numerator: 'started', denominator: null },
  completion: { numerator: 'finished', denominator: 'started' },
  dropped: { numerator: 'dropped', denominator: 'started' },
  asked: { numerator: 'asked', denominator: null },
  converted: { numerator: 'converted', denominator: null },
  rating: { numerator: 'liked', denominator: 'rated' },
  flagged: { numerator: 'flagged', denominator: 'begun' },
}
