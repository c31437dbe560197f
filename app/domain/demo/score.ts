import type { Run } from './run'

/** The shortest way to success: what hints, detours and comparisons are measured against. */
export type IdealPath = {
  events: { type: string; data?: Record<string, null | boolean | number | string> }[]
  path: string[]
}

export type TaskScore = {
  id: string
  weight: number
  optional: boolean
  doneAt: number | null
  points: number
}

export type Score = { score: number; tasks: TaskScore[]; hints: number; detours: number }

/** 100 × done weight ÷ total weight, less what hints and detours cost, clamped to 0..100 and rounded. */
export function scoreRun(run: Run, ideal: IdealPath | null): Score {
  void run
  void ideal
  throw new Error('not yet')
}
