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
  const { tasks, score } = run.compiled.demo
  const entries = Object.entries(tasks).flatMap(([id, task]) => {
    const state = run.tasks[id]
    if (!state) return []
    return [{ id, weight: task.weight, optional: task.optional ?? false, doneAt: state.doneAt }]
  })
  const required = entries.filter((task) => !task.optional)
  const total = sum((required.length > 0 ? required : entries).map((task) => task.weight))
  const worth = (weight: number) => (total === 0 ? 0 : (100 * weight) / total)
  const scored = entries.map((task) => ({ ...task, points: task.doneAt === null ? 0 : worth(task.weight) }))
  const detours = ideal ? detoursOf(run, ideal.path) : 0
  const cost = run.hints * (score?.hint ?? 0) + detours * (score?.detour ?? 0)
  const reached = sum(scored.map((task) => task.points)) + cost
  return { score: Math.round(Math.min(100, Math.max(0, reached))), tasks: scored, hints: run.hints, detours }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
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
  const left = new Map<string, number>()
  for (const state of ideal) left.set(state, (left.get(state) ?? 0) + 1)
  return path.filter((state) => {
    const spare = left.get(state) ?? 0
    left.set(state, spare - 1)
    return spare <= 0
  }).length
}
