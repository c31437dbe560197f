import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { PairedStop } from '~/domain/insight/replay-pairs'
import type { Locale } from '~/domain/text'
import type { ReplayStep } from '../replay/replay-views'
import type { ComparisonQuery } from './comparison-query'

/** Figures of one side; null where there are none: the ideal path takes no time. */
export interface ComparedFigures {
  activeMs: number | null
  wallMs: number | null
  steps: number
  hints: number
  detours: number | null
  /** Events that the demo does not accept. */
  refusals: number
  tasksDone: number
  score: number | null
}

export interface ComparedSide {
  /** Null for the ideal path. */
  id: string | null
  title: string
  plan: string
  role: string
  revision: number
  startedAt: Date | null
  locale: Locale
  screen: ScreenView
  /** What led to the screen. */
  step: ReplayStep
  figures: ComparedFigures
  traceGone: boolean
}

export type Side = 'a' | 'b'

/** In what two trials differ, so that differences of their figures say less. */
export type Mismatch = 'demo' | 'revision' | 'plan' | 'role'

export interface TrialComparison {
  query: ComparisonQuery & { by: 'state' | 'time' }
  leftOut: IgnoredParameter[]
  timeZone: string
  sides: Record<Side, ComparedSide>
  mismatches: Mismatch[]
  /** The places to walk through, with the names of states. */
  stops: (Pick<PairedStop, 'moved' | 'state'> & { at: Record<Side, number> })[]
  current: number
  /** Where they part: after which state, and at which stop; null when they do not. */
  parting: { after: string | null; stop: number } | null
  /** How long each stood at each state, in ms; null where it never was. */
  times: ({ state: string } & Record<Side, number | null>)[]
  /** The ideal path has no times. */
  hasTimes: boolean
}
