import type { ConversionSource, MatchedBy } from '#db/schema/conversion'

/** Who tells, by which way, and when. */
export interface Reporter {
  source: ConversionSource
  reportedBy: string
  now: Date
}

export interface RecordedReport {
  id: string
  /** `unchanged`: the same was told before. `outdated`: newer data is kept already. */
  state: 'recorded' | 'corrected' | 'unchanged' | 'outdated'
  /** How its visitor was found; null while it is unmatched. */
  matchedBy: MatchedBy | null
}
