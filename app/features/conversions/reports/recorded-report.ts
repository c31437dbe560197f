import type { ConversionSource, MatchedBy } from '#db/schema/conversion'

/** Who reports, through which source, and when. */
export interface Reporter {
  source: ConversionSource
  reportedBy: string
  now: Date
}

export interface RecordedReport {
  id: string
  /** `unchanged`: the same was reported before. `outdated`: newer data is already stored. */
  state: 'recorded' | 'corrected' | 'unchanged' | 'outdated'
  /** How its visitor was found; null while unmatched. */
  matchedBy: MatchedBy | null
}
