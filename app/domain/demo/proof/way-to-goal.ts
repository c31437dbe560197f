import { eventsTo, explore } from './explore'
import { bestSuccess, isComplete, requiredTasks } from './ideal'
import type { PlainEvent } from '../engine/offered-events'
import type { Run } from '../engine/run'

/**
 * The shortest way from here to success with the open required tasks done, else to any success; null when none was
 * found. Bounded by configurations only, never by a clock, so that the same run always gives the same way.
 */
export function wayToGoal(run: Run, maxConfigurations = 2_000): PlainEvent[] | null {
  if (run.status === 'done') return null
  const exploration = explore(run, {
    maxConfigurations,
    deadline: Infinity,
    clock: () => 0,
    until: isComplete,
  })
  const goal = bestSuccess(exploration, requiredTasks(run.compiled.demo))
  return goal ? eventsTo(exploration, goal.index) : null
}
