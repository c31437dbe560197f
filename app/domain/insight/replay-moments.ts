import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { Control } from '~/domain/demo/screen/control'
import { inspectControls } from '~/domain/demo/screen/controls'
import { acceptPayload } from '~/domain/demo/screen/payload'
import type { RefusalCode, Run, RunBeginning } from '~/domain/demo/engine/run'
import { startRun, step } from '~/domain/demo/engine/run'
import type { StepMark } from '~/domain/demo/engine/way/way-state'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { EXAMPLE_EVENT, isHelpEvent } from '~/domain/demo/engine/trace'

/** A pause of at least this many ms is shown. */
export const PAUSE_MS = 30_000

/** One moment of a trial: what the prospect did, and the run after it. */
export interface ReplayMoment {
  kind: 'start' | 'event' | 'hint' | 'example'
  /** Null at the start. */
  event: TraceEvent | null
  /** What was used to do it, as it stood on screen; null at the start and for a request for help. */
  control: Control | null
  /** Time of the trial, in ms. */
  at: number
  /** Inactive time since the moment before, in ms; 0 when shorter than `PAUSE_MS`. */
  pauseMs: number
  /** States that became active. */
  entered: string[]
  /**
   * How the step compares with the remaining way; null for an event that is not a step, and while the way is unknown.
   */
  mark: StepMark | null
  /** Tasks that became done. */
  tasksDone: string[]
  run: Run
}

export interface Moments {
  /** The start first, then one for each event. */
  moments: ReplayMoment[]
  /** The event at which the trace no longer fits the demo. Does not happen to traces that the server accepted. */
  refused: { seq: number; code: RefusalCode; message: string } | null
}

/**
 * A trial moment by moment: the machine run again from the trace.
 * @throws DomainError `invalid-input` when the run cannot start
 */
export function replayMoments(
  compiled: CompiledDemo,
  start: RunBeginning,
  events: readonly TraceEvent[],
): Moments {
  const first = startRun(compiled, start)
  const moments = [opening(first)]
  let run = first
  for (const event of events) {
    const result = step(run, event)
    if (!result.ok) {
      return { moments, refused: { seq: event.seq, code: result.code, message: result.message } }
    }
    moments.push(momentOf(run, result.run, event))
    run = result.run
  }
  return { moments, refused: null }
}

function opening(run: Run): ReplayMoment {
  const { path: entered } = run
  return {
    kind: 'start',
    event: null,
    control: null,
    at: 0,
    pauseMs: 0,
    entered: [...entered],
    mark: null,
    tasksDone: doneIn(run),
    run,
  }
}

function momentOf(before: Run, after: Run, event: TraceEvent): ReplayMoment {
  const away = event.at - before.lastAt - event.activeMs
  const isHelp = isHelpEvent(event.type)
  return {
    kind: isHelp ? (event.type === EXAMPLE_EVENT ? 'example' : 'hint') : 'event',
    event,
    control: isHelp ? null : controlUsed(before, event),
    at: after.lastAt,
    pauseMs: away >= PAUSE_MS ? away : 0,
    entered: after.path.slice(before.path.length),
    mark: isHelp ? null : (after.way?.steps.at(-1)?.mark ?? null),
    tasksDone: doneIn(after).filter((task) => !doneIn(before).includes(task)),
    run: after,
  }
}

function doneIn({ tasks }: Run): string[] {
  return Object.entries(tasks).flatMap(([task, { doneAt }]) => (doneAt === null ? [] : [task]))
}

/** The control that sent the event: the first on screen that accepts its data, as the machine chose it. */
function controlUsed(run: Run, event: TraceEvent): Control | null {
  const at = Math.max(event.at, run.lastAt)
  const { controls } = inspectControls(run, { send: event.type, at })
  return controls.find(({ payload }) => acceptPayload(payload, event.data).ok) ?? null
}
