import type { TrialEntry } from '../trial/entry'
import type { ListedTrial } from './listed-trial'

/** A trial as files and the API give it: what is known of it, without who it is. */
export interface RawTrial extends ListedTrial {
  source: string | null
  campaign: string | null
  keyword: string | null
  entry: TrialEntry
  earlierTrials: number
  /** Shown steps taken, and steps undone. */
  shown: number
  undone: number
  lastEventAt: Date
  finishedAt: Date | null
  path: string[]
  /** Whether its visitor is in the segment that was asked about; null without one. */
  belongs: boolean | null
}
