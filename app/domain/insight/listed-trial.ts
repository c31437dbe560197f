import type { MeasuredTrial } from './measured-trial'

/** A trial as a list shows it. */
export interface ListedTrial extends Pick<
  MeasuredTrial,
  | 'id'
  | 'plan'
  | 'role'
  | 'channel'
  | 'device'
  | 'startedAt'
  | 'activeMs'
  | 'score'
  | 'outcome'
  | 'lastState'
  | 'flags'
  | 'stars'
> {
  demo: string
  revision: number
  /** Unfinished, but not idle for long enough to count as dropped. */
  running: boolean
  converted: boolean
}

/** What a prospect wrote with a rating. */
export interface TrialComment {
  trialId: string
  stars: number
  comment: string
  plan: string
  role: string
  at: Date
}
