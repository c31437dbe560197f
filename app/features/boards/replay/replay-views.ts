import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { CreditedGoal } from '#db/queries/feedback'
import type { ControlKind } from '~/domain/demo/screen/control'
import type { ShownNote } from '../notes/shown-note'
import type { Scalar } from '~/domain/json'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { Locale } from '~/domain/text'
import type { ReplayMark } from '~/domain/insight/replay-marks'
import type { ReplayMoment } from '~/domain/insight/replay-moments'
import type { TrialEntry } from '~/domain/trial/entry'
import type { Ruling, TrialSignal } from '~/domain/trial/signals'

/** An input of a step: a field and its value, or the selected row (without a label). */
export interface StepInput {
  label: string | null
  value: Scalar
}

/** One step of a replay as text. Times are trial milliseconds. */
export interface ReplayStep {
  index: number
  kind: ReplayMoment['kind']
  shown: boolean
  undone: boolean
  at: number
  pauseMs: number
  /** The label of the control, else the name of the event. */
  label: string
  control: ControlKind | null
  inputs: StepInput[]
  /** The role from here on. */
  role: string
  /** Names of the states entered. */
  entered: string[]
  mark: ReplayMoment['mark']
  tasksDone: string[]
}

export interface ReplayTask {
  id: string
  title: string
  optional: boolean
  doneAt: number | null
}

/** The facts about the trial as a whole. */
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
  entry: TrialEntry
  flags: string[]
  signals: TrialSignal[]
  ruling: Ruling | null
  startedAt: Date
  activeMs: number
  wallMs: number
  score: number | null
  steps: number
  shown: number
  undone: number
  hints: number
  detours: number | null
  outcome: 'success' | 'other' | null
  lastState: string
  running: boolean
  stars: number | null
  comment: string
  ratedAt: Date | null
  /** Reported by a system or a person. */
  conversions: CreditedGoal[]
  /** Reported by the browser. */
  asks: CreditedGoal[]
}

export interface ReplayView {
  /** Ignored parameters of the address. */
  leftOut: IgnoredParameter[]
  timeZone: string
  facts: ReplayFacts
  steps: ReplayStep[]
  /** The moments to jump to. */
  marks: ReplayMark[]
  /** The step shown. */
  current: number
  /** The screen at that step, in the prospect's language. */
  screen: ScreenView
  /** The guide beside it: HTML rendered at publish. */
  guides: string[]
  tasks: ReplayTask[]
  /** States stood in, by id. */
  path: string[]
  /** For each of them whether a detour led there; null when the steps were purged. */
  beyond: boolean[] | null
  /** The states of the ideal path, by id; null when the proof found none. */
  ideal: string[] | null
  /** Names of the states of both paths. */
  stateNames: Record<string, string>
  /** The number of the first event that the demo does not accept. */
  refusedAt: number | null
  /** The steps were purged; the result is kept. */
  traceGone: boolean
  mayJudge: boolean
  notes: ShownNote[]
  mayNote: boolean
}
