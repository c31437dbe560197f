import { openTasks } from '../engine/done-tasks'
import type { Demo } from '../format/schema'
import { eventsTo, type Configuration, type Exploration } from './explore'
import type { PlainEvent } from '../engine/offered-events'
import { step, type Run } from '../engine/run'
import type { IdealPath } from '../engine/score'

/** Ids of the tasks that a complete trial has done if they were offered. */
export function requiredTasks(demo: Demo): string[] {
  return Object.entries(demo.tasks).flatMap(([id, task]) => (task.optional ? [] : [id]))
}

/**
 * The best explored ending: success with the fewest required tasks left open, and of those the nearest to the start.
 * Null when no success was found.
 */
export function bestSuccess(exploration: Exploration, required: readonly string[]): Configuration | null {
  const open = (one: Configuration) => one.tasksOpen.filter((id) => required.includes(id)).length
  let best: Configuration | null = null
  for (const one of exploration.configurations) {
    if (one.ending === 'success' && (best === null || open(one) < open(best))) best = one
  }
  return best
}

/** The shortest explored way from `start` to the best success. Null when there is none. */
export function idealOf(start: Run, exploration: Exploration): IdealPath | null {
  const best = bestSuccess(exploration, requiredTasks(start.compiled.demo))
  if (!best) return null
  const events = eventsTo(exploration, best.index)
  const end = follow(start, events)
  return { events, path: [...end.path] }
}

/** True when the run has ended in success with every offered required task done. */
export function isComplete(run: Run): boolean {
  if (run.status !== 'done' || run.outcome !== 'success') return false
  return openTasks(run).every((id) => run.compiled.demo.tasks[id]?.optional)
}

/**
 * The run after these events, all of them at the time of its last one.
 * @throws Error when one is refused, which exploration rules out
 */
export function follow(start: Run, events: readonly PlainEvent[]): Run {
  return events.reduce((run, event) => {
    const result = step(run, { ...event, at: run.lastAt })
    if (!result.ok) throw new Error(`${event.type} is refused: ${result.message}`)
    return result.run
  }, start)
}
