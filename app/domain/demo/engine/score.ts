import type { EventData } from '../screen/control'
import type { Run } from './run-state'
import { countedDetours, detoursOf } from './way/way'

/** The ideal way: what the proof found, and what comparisons start from. */
export type IdealPath = { events: { type: string; data?: EventData }[]; path: string[] }

/** How many steps the shortest way has; 0 when none is known. */
export function idealSteps(ideal: IdealPath | null): number {
  return ideal?.events.length ?? 0
}

/** `points` are whole. */
export type TaskScore = {
  id: string
  weight: number
  optional: boolean
  doneAt: number | null
  points: number
}

/** A score and the lines that add up to it, all in whole points: those of the tasks, of help, of detours, and the limit. */
export type Score = {
  score: number
  tasks: TaskScore[]
  hints: number
  hintPoints: number
  /** Null when some are unknown; then `detourPoints` are those of the known ones. */
  detours: number | null
  detourPoints: number
  /** The correction that keeps the score from 0 to 100. */
  limitPoints: number
}

/**
 * 100 × done weight ÷ total weight of the tasks offered, those that only shown steps reached left out, less the cost of hints and detours, clamped to 0..100 and
 * rounded. Optional tasks are not part of the total, so they make up for points lost elsewhere. When all are optional,
 * all count.
 */
export function scoreOf(run: Run): number {
  return clamp(reachedBy(taskScores(run)) + hintPoints(run) + detourPoints(run))
}

/** The points that asking for help before the next step would cost: none when it was asked for already. */
export function helpPoints({ hinted, compiled }: Pick<Run, 'hinted' | 'compiled'>): number {
  return hinted ? 0 : (compiled.demo.score?.hint ?? 0)
}

/** The score of a run, line by line. */
export function scoreRun(run: Run): Score {
  const exact = taskScores(run)
  const tasks = wholePoints(exact)
  const lines = { hintPoints: hintPoints(run), detourPoints: detourPoints(run) }
  const score = clamp(reachedBy(exact) + lines.hintPoints + lines.detourPoints)
  const limitPoints = score - (reachedBy(tasks) + lines.hintPoints + lines.detourPoints)
  return { score, tasks, hints: run.hints, detours: detoursOf(run), ...lines, limitPoints }
}

const clamp = (points: number): number => Math.min(100, Math.max(0, Math.round(points)))

function hintPoints({ hints, compiled }: Run): number {
  return hints === 0 ? 0 : hints * (compiled.demo.score?.hint ?? 0)
}

function detourPoints(run: Run): number {
  const detours = countedDetours(run)
  return detours === 0 ? 0 : detours * (run.compiled.demo.score?.detour ?? 0)
}

function reachedBy(tasks: readonly TaskScore[]): number {
  let reached = 0
  for (const task of tasks) reached += task.points
  return reached
}

/** The tasks offered that count, with their exact share of 100 points. */
function taskScores(run: Run): TaskScore[] {
  const scored: TaskScore[] = []
  let [all, required, isAnyRequired] = [0, 0, false]
  for (const [id, task] of Object.entries(run.compiled.demo.tasks)) {
    const state = run.tasks[id]
    if (!state || state.shown) continue
    const { weight, optional = false } = task
    scored.push({ id, weight, optional, doneAt: state.doneAt, points: 0 })
    all += weight
    if (!optional) [required, isAnyRequired] = [required + weight, true]
  }
  const total = isAnyRequired ? required : all
  for (const task of scored) {
    if (task.doneAt !== null) task.points = (100 * task.weight) / total
  }
  return scored
}

/** Rounds to whole points that add up to the rounded sum: the largest remainders are rounded up, the first of equal ones. */
function wholePoints(tasks: readonly TaskScore[]): TaskScore[] {
  const spare = Math.round(reachedBy(tasks)) - tasks.reduce((sum, task) => sum + Math.floor(task.points), 0)
  const remainder = ({ points }: TaskScore) => points - Math.floor(points)
  const raised = new Set([...tasks].sort((a, b) => remainder(b) - remainder(a)).slice(0, spare))
  return tasks.map((task) => ({ ...task, points: Math.floor(task.points) + (raised.has(task) ? 1 : 0) }))
}
