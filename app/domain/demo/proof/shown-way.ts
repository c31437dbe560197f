import type { PlainEvent } from '../engine/offered-events'
import { plainEvent } from '../engine/offered-events'
import { isWithin } from '../engine/regions'
import { step, type Run } from '../engine/run'
import { remainingWay } from '../engine/way/way'
import { stepOnWay } from '../engine/way/step-on-way'
import type { ShownGoal } from './chapter-goal'
import { eventsTo, explore, type ExploreLimits } from './explore'

/** More steps than any ideal way of a demo that people finish. */
const MAX_STEPS = 300

/**
 * The steps from a run to a goal: along its remaining way where that passes there, else the shortest that a search
 * within the limits finds. Null when there are none. Never to an ending: the last step is the prospect's.
 */
export function shownWay(run: Run, goal: ShownGoal, limits: ExploreLimits): PlainEvent[] | null {
  if (isThere(run, goal)) return []
  return alongTheWay(run, goal) ?? searched(run, goal, limits)
}

function isThere(run: Run, goal: ShownGoal): boolean {
  if (run.status === 'done') return false
  if ('state' in goal) return run.states.some((leaf) => isWithin(run.compiled, leaf, goal.state))
  const { role, states } = goal.chapter
  const left = remainingWay(run)?.steps
  if (left !== undefined) return left <= goal.left && run.role === role
  return run.role === role && states.every((id) => run.states.includes(id))
}

function alongTheWay(start: Run, goal: ShownGoal): PlainEvent[] | null {
  const events: PlainEvent[] = []
  for (let run = start; events.length < MAX_STEPS;) {
    const event = stepOnWay(run)
    const result = event && step(run, { type: event.type, data: event.data, at: run.lastAt })
    if (!event || !result?.ok) return null
    run = result.run
    events.push(plainEvent(event.type, event.data))
    if (isThere(run, goal)) return events
  }
  return null
}

function searched(start: Run, goal: ShownGoal, limits: ExploreLimits): PlainEvent[] | null {
  let isFound = false
  const until = (run: Run) => (isFound = isThere(run, goal))
  const exploration = explore(start, { ...limits, until })
  return isFound ? eventsTo(exploration, exploration.configurations.length - 1) : null
}
