import { DAY_MS } from '~/domain/day'
import type { Locale } from '~/domain/text'
import type { Device } from '../trial/device'
import type { TrialEntry } from '../trial/entry'
import type { Landing } from '../trial/landing'
import type { Goal } from './conversion-terms'
import type { Amount } from './value'

/** One trial as the measures see it: the server's own summary, with its rating and the conversions credited to it. */
export interface MeasuredTrial {
  id: string
  visitorId: string
  demoSlug: string
  revisionNumber: number
  plan: string
  role: string
  locale: Locale
  channel: string
  /** What the landing that it began by said of itself; null without one, and where it may not be kept. */
  touch: TrialTouch | null
  /** The trial that the visitor gave up for this one. */
  restartedFrom: string | null
  entry: TrialEntry
  device: Device
  /** Trials that the visitor had begun before this one; 0 is a new visitor. */
  returning: number
  /** Named reasons to keep the trial out of the boards (`bot-agent`, `internal`, …), and `simulated`. */
  flags: string[]
  /** The finding of a sign-up farm that it belongs to. */
  farm: string | null
  /** The account that its visitor belongs to now; for a merged account, the one it was merged into. */
  account: string | null
  startedAt: Date
  lastEventAt: Date
  /** Leaf states that the start and the prospect's own steps entered in order, self-repeats collapsed. */
  path: string[]
  /** Trial time in ms at which each state of the path was entered; empty while unknown. */
  pathAt: number[]
  lastState: string
  /** Task id -> trial time in ms at which it was done, or null. A key that is present was offered. */
  tasks: Record<string, number | null>
  /** Actions of the prospect that the machine took, without undone ones. */
  steps: number
  hints: number
  /** Steps after which the remaining way was no shorter; null when that is unknown of some step. */
  detours: number | null
  /** 0 to 100; null when it is unknown. */
  score: number | null
  activeMs: number
  wallMs: number
  outcome: 'success' | 'other' | null
  /** 1 to 5, or null when not rated. */
  stars: number | null
  /**
   * Conversions credited to this trial and confirmed by a system or a person, in any order, without withdrawn ones.
   */
  conversions: TrialGoal[]
  /** What its browser reported, likewise. */
  asks: TrialGoal[]
}

export type TrialTouch = Pick<Landing, 'source' | 'campaign' | 'term' | 'share' | 'embedHost'>

export interface TrialGoal {
  goal: Goal
  at: Date
  /** What it was worth, where that was reported. */
  amount?: Amount | null
}

/** The moment of a measure, and how long a trial may take to convert. */
export interface MeasureClock {
  now: Date
  conversionWindowMs: number
}

/** Without an event for longer than this an unfinished trial counts as dropped. */
export const IDLE_MS = 30 * 60 * 1000

/** The window is a multiple of 24 hours, whatever daylight saving does. */
export function measureClock(now: Date, conversionDays: number): MeasureClock {
  return { now, conversionWindowMs: conversionDays * DAY_MS }
}
