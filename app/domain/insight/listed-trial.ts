import type { MeasuredTrial } from './measured-trial'

/** A trial as a list shows it. */
export interface ListedTrial extends Pick<
  MeasuredTrial,
  | 'id'
  | 'plan'
  | 'role'
  | 'locale'
  | 'channel'
  | 'device'
  | 'startedAt'
  | 'activeMs'
  | 'wallMs'
  | 'score'
  | 'steps'
  | 'hints'
  | 'detours'
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
  /** What the prospect wrote with the rating; empty without. */
  comment: string
  /** What the prospect remarked in the trial, in the order of its time. */
  remarks: string[]
  /** What staff noted on it, the newest first. */
  notes: string[]
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
