import type { PlainEvent } from '../engine/offered-events'
import { plainEvent } from '../engine/offered-events'
import { step, type RefusalCode, type Run } from '../engine/run'
import { inspectControls } from '../screen/controls'
import { inputsOf } from './compare-run'
import type { ComparedInput } from './compared-input'
import { isSameWork, workOf, worksOf } from './input-work'

/** Why inputs were not carried further: the first one that does not do the same work on the other plan. */
export type CarryStop = {
  event: PlainEvent
  code: RefusalCode | 'other-work'
  /** The missing entitlement, when that was the reason. */
  needs: string | null
}

/** Inputs that do the same work on another plan, and where that ends; null when all of them do. */
export type CarriedInputs = { events: PlainEvent[]; stopped: CarryStop | null }

/**
 * Carries the steps of a trial over to another plan, as far as each does the same work there. `tried` is the start of the
 * trial, `other` a start on the other plan. Never to an ending: the last step is the prospect's.
 */
export function carryInputs(tried: Run, other: Run, trace: readonly ComparedInput[]): CarriedInputs {
  const inputs = inputsOf(trace, other.compiled)
  const works = worksOf(tried, inputs)
  const events: PlainEvent[] = []
  let run = other
  for (const [index, { type, data }] of inputs.entries()) {
    const given = works[index]
    if (!given?.works) continue
    const event = plainEvent(type, data)
    const result = step(run, { ...event, at: run.lastAt })
    if (!result.ok) return { events, stopped: { event, code: result.code, needs: neededFor(run, type) } }
    if (!isSameWork(workOf(run, type, result), given)) {
      return { events, stopped: { event, code: 'other-work', needs: null } }
    }
    if (result.run.status === 'done') break
    run = result.run
    events.push(event)
  }
  return { events, stopped: null }
}

/** The entitlement that a plan lacks for an event. */
function neededFor(run: Run, type: string): string | null {
  const { controls, locked } = inspectControls(run, { send: type, bare: true })
  return controls.length > 0 ? null : (locked[0]?.needs ?? null)
}
