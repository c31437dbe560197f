import type { Goal } from '../conversion-terms'

/** One person of an account, numbered by who came first. */
export interface AccountPerson {
  person: number
  trials: number
  demos: number
  finished: number
  asked: number
  /** The roles in which they began. */
  roles: string[]
  firstStart: Date
  lastActivity: Date
}

/** What an account did with one demo. */
export interface AccountDemo {
  demo: string
  people: number
  trials: number
  finished: number
  lastActivity: Date
  /** The states that were entered, by the revision of the trial. */
  entered: { revisionId: string; states: string[] }[]
}

/** What somebody of an account did, and when. */
export type AccountEvent = { at: Date; person: number } & (
  | {
      kind: 'trial'
      id: string
      demo: string
      plan: string
      outcome: 'success' | 'other' | null
      running: boolean
      score: number | null
    }
  | { kind: 'asked'; goal: Goal }
  | { kind: 'converted'; goal: Goal; value: number | null; currency: string | null }
  | { kind: 'request'; request: string }
)
