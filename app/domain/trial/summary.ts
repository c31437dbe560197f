import type { Run } from '../demo/run'
import { scoreRun, type IdealPath } from '../demo/score'

/** What the server knows of a trial, computed from its trace alone. Times are milliseconds. */
export type TrialSummary = {
  /** Leaf states in which the prospect stood, self-repeats collapsed. */
  path: string[]
  lastState: string
  /** Task id -> moment of the trial at which it was done, or null. */
  tasks: Record<string, number | null>
  hints: number
  /** States entered beyond the ideal path. */
  detours: number
  /** 0 to 100. */
  score: number
  activeMs: number
  wallMs: number
  finished: boolean
  outcome: 'success' | 'other' | null
  eventCount: number
}

/** Time that passed in a trial: `activeMs` as the server believes it, never more than `wallMs`. */
export type TrialTime = { activeMs: number; wallMs: number }

/** Sums a trial up. `ideal` is the ideal path of its plan and start role, null when the proof found none. */
export function summarize(run: Run, ideal: IdealPath | null, time: TrialTime): TrialSummary {
  const { score, detours } = scoreRun(run, ideal)
  return {
    path: [...run.path],
    lastState: run.path.at(-1) ?? run.states[0] ?? '',
    tasks: momentsOf(run.tasks),
    hints: run.hints,
    detours,
    score,
    activeMs: Math.round(Math.min(Math.max(0, time.activeMs), Math.max(0, time.wallMs))),
    wallMs: Math.round(Math.max(0, time.wallMs)),
    finished: run.status === 'done',
    outcome: run.status === 'done' ? (run.outcome ?? 'other') : null,
    eventCount: run.steps,
  }
}

function momentsOf(tasks: Run['tasks']): Record<string, number | null> {
  const moments: Record<string, number | null> = {}
  for (const [id, { doneAt }] of Object.entries(tasks)) moments[id] = doneAt
  return moments
}
