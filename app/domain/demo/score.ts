import type { EventData } from './control'
import type { Run } from './run-state'

/** The shortest way to success: what hints, detours and comparisons are measured against. */
export type IdealPath = { events: { type: string; data?: EventData }[]; path: string[] }

export type TaskScore = {
  id: string
  weight: number
  optional: boolean
  doneAt: number | null
  points: number
}

export type Score = { score: number; tasks: TaskScore[]; hints: number; detours: number }

/**
 * 100 × done weight ÷ total weight of the tasks offered, less what hints and detours cost, clamped to 0..100 and rounded.
 * Optional tasks are not part of the total: doing one makes up for what was lost elsewhere. When all are optional, all count.
 */
export function scoreRun(run: Run, ideal: IdealPath | null): Score {
  const { score } = run.compiled.demo
  const tasks = scoreTasks(run)
  const detours = ideal ? detoursOf(run, ideal.path) : 0
  let reached = 0
  for (const task of tasks) reached += task.points
  reached += run.hints * (score?.hint ?? 0) + detours * (score?.detour ?? 0)
  return { score: Math.round(Math.min(100, Math.max(0, reached))), tasks, hints: run.hints, detours }
}

function scoreTasks(run: Run): TaskScore[] {
  const scored: TaskScore[] = []
  let [all, required, isAnyRequired] = [0, 0, false]
  for (const [id, task] of Object.entries(run.compiled.demo.tasks)) {
    const state = run.tasks[id]
    if (!state) continue
    const { weight, optional = false } = task
    scored.push({ id, weight, optional, doneAt: state.doneAt, points: 0 })
    all += weight
    if (!optional) [required, isAnyRequired] = [required + weight, true]
  }
  const total = isAnyRequired ? required : all
  for (const task of scored) {
    if (task.doneAt !== null && total !== 0) task.points = (100 * task.weight) / total
  }
  return scored
}

/** How many states of a run's path the ideal path does not need. The end of a region (`final: done`) is no place to be, and no detour. */
export function detoursOf(
  { path, compiled }: Pick<Run, 'path' | 'compiled'>,
  ideal: readonly string[],
): number {
  const stoodIn = (id: string) => compiled.states.get(id)?.final !== 'done'
  return countDetours(path.filter(stoodIn), ideal)
}

/** How many states of the path the ideal path does not need: the multiset difference. */
export function countDetours(path: readonly string[], ideal: readonly string[]): number {
  const needed = timesIn(ideal)
  const stood = new Map<string, number>()
  let detours = 0
  for (const state of path) {
    const times = (stood.get(state) ?? 0) + 1
    stood.set(state, times)
    if (times > (needed.get(state) ?? 0)) detours++
  }
  return detours
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

/** How often each state is in an ideal path; it is asked for again and again, and never changed. */
function timesIn(ideal: readonly string[]): ReadonlyMap<string, number> {
  const before = known.get(ideal)
  if (before) return before
  const times = new Map<string, number>()
  for (const state of ideal) times.set(state, (times.get(state) ?? 0) + 1)
  known.set(ideal, times)
  return times
}
