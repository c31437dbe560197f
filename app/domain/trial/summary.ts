import type { Run } from '~/domain/demo/engine/run'
import { scoreOf } from '~/domain/demo/engine/score'
import { detoursOf } from '~/domain/demo/engine/way/way'

/**
 * Increase this when steps, hints, detours, scores or the times of a path are counted by other rules: past trials are then
 * counted again.
 */
export const COUNTING_VERSION = 2

/** The first counting version with the present rules of steps, hints, detours and scores. */
export const SCORED_SINCE = 1

/** What the server knows of a trial, computed from its trace alone. Times are milliseconds. */
export type TrialSummary = {
  /** Leaf states that the start and the prospect's own steps entered, self-repeats collapsed. */
  path: string[]
  /** Trial time at which each state of the path was entered. */
  pathAt: number[]
  /** The leaf state that was entered last, also by a shown step. */
  lastState: string
  /** Task id -> trial time at which it was done, or null; without those that only shown steps reached. */
  tasks: Record<string, number | null>
  /** Actions of the prospect that the machine took, without undone ones. */
  steps: number
  /** Shown steps taken. */
  shown: number
  /** Steps undone. */
  undone: number
  /** Steps before which help was asked for. */
  hints: number
  /**
   * Steps after which the remaining way was no shorter, free choices aside; null when that is unknown of some step.
   */
  detours: number | null
  /** 0 to 100. */
  score: number
  activeMs: number
  wallMs: number
  /** Whether a step of the prospect's own ended it. */
  finished: boolean
  outcome: 'success' | 'other' | null
  /** Events accepted, those that are no steps included. */
  events: number
  /** False where the trial is to be counted once the remaining way is known. */
  counted: boolean
}

/** Time that passed in a trial: `activeMs` as the server believes it, never more than `wallMs`. */
export type TrialTime = { activeMs: number; wallMs: number }

/** Sums a trial up. */
export function summarize(run: Run, time: TrialTime): TrialSummary {
  const finished = run.status === 'done' && !run.lastShown
  return {
    path: [...run.path],
    pathAt: [...run.pathAt],
    lastState: run.lastState,
    tasks: momentsOf(run.tasks),
    steps: run.steps,
    shown: run.shown,
    undone: run.undone,
    hints: run.hints,
    detours: detoursOf(run),
    score: scoreOf(run),
    activeMs: Math.round(Math.min(Math.max(0, time.activeMs), Math.max(0, time.wallMs))),
    wallMs: Math.round(Math.max(0, time.wallMs)),
    finished,
    outcome: finished ? (run.outcome ?? 'other') : null,
    events: run.events,
    counted: run.way !== null,
  }
}

function momentsOf(tasks: Run['tasks']): Record<string, number | null> {
  const moments: Record<string, number | null> = {}
  for (const [id, { doneAt, shown }] of Object.entries(tasks)) if (!shown) moments[id] = doneAt
  return moments
}
