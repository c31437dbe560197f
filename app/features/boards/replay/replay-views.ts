import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { CreditedGoal } from '#db/queries/boards/find-feedback'
import type { ControlKind } from '~/domain/demo/screen/control'
import type { Scalar } from '~/domain/json'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { Locale } from '~/domain/text'
import type { Moment } from '~/domain/insight/replay-moments'
import type { Ruling, TrialSignal } from '~/domain/trial/signals'

/** What went with a step: a field and what was in it, or the row that was meant (without a label). */
export interface StepInput {
  label: string | null
  value: Scalar
}

/** One moment of a trial in words. Times are milliseconds of the trial. */
export interface ReplayStep {
  index: number
  kind: Moment['kind']
  at: number
  pauseMs: number
  /** What is written on the control that was used, else the name of the event. */
  label: string
  control: ControlKind | null
  inputs: StepInput[]
  /** Who acts from here on. */
  role: string
  /** Names of the states newly stood in. */
  entered: string[]
  mark: Moment['mark']
  tasksDone: string[]
}

export interface ReplayTask {
  id: string
  title: string
  optional: boolean
  doneAt: number | null
}

/** What is known of the trial as a whole. */
export interface ReplayFacts {
  id: string
  demo: string
  title: string
  revision: number
  plan: string
  role: string
  locale: Locale
  channel: string
  device: string
  returning: number
  flags: string[]
  signals: TrialSignal[]
  ruling: Ruling | null
  startedAt: Date
  activeMs: number
  wallMs: number
  score: number | null
  steps: number
  hints: number
  detours: number | null
  outcome: 'success' | 'other' | null
  lastState: string
  running: boolean
  stars: number | null
  comment: string
  /** Told by a system or a person. */
  conversions: CreditedGoal[]
  /** Told by the browser. */
  asks: CreditedGoal[]
}

export interface ReplayView {
  /** Parts of the address that named no step. */
  leftOut: IgnoredParameter[]
  timeZone: string
  facts: ReplayFacts
  steps: ReplayStep[]
  /** The step shown. */
  current: number
  /** What the prospect then saw, in their own language. */
  screen: ScreenView
  /** The guide that stood beside it: HTML rendered at publish. */
  guides: string[]
  tasks: ReplayTask[]
  /** States stood in, by id. */
  path: string[]
  /** For each of them whether a detour led there; null when the steps are no longer kept. */
  beyond: boolean[] | null
  /** The states of the ideal path, by id; null when the proof found none. */
  ideal: string[] | null
  /** Names of the states of both paths. */
  stateNames: Record<string, string>
  /** Number of the event from which on the trace no longer fits the demo. */
  refusedAt: number | null
  /** Its steps are no longer kept; what it came to is. */
  traceGone: boolean
  mayJudge: boolean
}
