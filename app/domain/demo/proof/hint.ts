import type { Text } from '~/domain/text'
import type { EventData } from '../screen/controls'
import { eventsTo, explore } from './explore'
import { bestSuccess, isComplete, requiredTasks } from './ideal'
import { canonicalJson } from '~/domain/json'
import { offeredEvents, plainEvent, type OfferedEvent } from '../engine/offered-events'
import type { Run } from '../engine/run'
import { stepOnWay } from '../engine/way/step-on-way'

/** The next step, and the control that takes it. `label` is the label of the control. */
export type Hint = { type: string; data?: EventData; label: Text; control: string; screen: string }

export type HintLimits = { maxConfigurations?: number; maxMs?: number; clock?: () => number }

/**
 * The next step on the remaining way, where that is known, so that following it is never a detour. Else the first step
 * of the shortest way from here to success with the open required tasks done; when there is no such way within the
 * limits, to any success. Null when the run has ended or no way was found.
 */
export function nextHint(run: Run, limits: HintLimits = {}): Hint | null {
  const { maxConfigurations = 5_000, maxMs = 2_000, clock = () => performance.now() } = limits
  if (run.status === 'done') return null
  const known = stepOnWay(run)
  if (known) return hintOf(known)
  const deadline = clock() + maxMs
  const exploration = explore(run, { maxConfigurations, deadline, clock, until: isComplete })
  const goal = bestSuccess(exploration, requiredTasks(run.compiled.demo))
  const first = goal && eventsTo(exploration, goal.index)[0]
  if (!first) return null
  const wanted = canonicalJson(first)
  const offered = offeredEvents(run).find(
    (event) => canonicalJson(plainEvent(event.type, event.data)) === wanted,
  )
  return offered ? hintOf(offered) : null
}

function hintOf({ type, data, control }: OfferedEvent): Hint {
  return { ...plainEvent(type, data), label: control.label, control: control.id, screen: control.screen }
}
