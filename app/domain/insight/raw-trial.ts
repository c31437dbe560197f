import type { ListedTrial } from './listed-trial'

/** A trial as files and the API give it: what is known of it, without who it is. */
export interface RawTrial extends ListedTrial {
  source: string | null
  campaign: string | null
  keyword: string | null
  earlierTrials: number
  lastEventAt: Date
  finishedAt: Date | null
  path: string[]
}
