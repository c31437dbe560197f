import type { CompiledDemo } from '../demo/compile'
import type { Control, EventData } from '../demo/control'
import { inspectControls } from '../demo/controls'
import type { RefusalCode, Run, RunStart } from '../demo/run'
import { startRun, step } from '../demo/run'
import { detoursOf } from '../demo/score'
import type { TraceEvent } from '../trial/trace'
import { HINT_EVENT } from '../trial/trace'

/** Time without the prospect that is worth a mark, in ms: as long as activity is assumed to last without input. */
export const PAUSE_MS = 30_000

/** One moment of a trial: what the prospect did, and the run as it then stood. */
export interface Moment {
  kind: 'start' | 'event' | 'hint'
  /** Null at the start. */
  event: TraceEvent | null
  /** What was used to do it, as it stood on screen; null at the start, for a hint, or when nothing on screen sends it. */
  control: Control | null
  /** Time of the trial, in ms. */
  at: number
  /** Time since the moment before in which the prospect was not there, in ms; 0 when shorter than `PAUSE_MS`. */
  pauseMs: number
  /** States newly stood in. */
  entered: string[]
  /** How many of those the ideal path does not need. */
  detours: number
  /** Tasks that became done. */
  tasksDone: string[]
  run: Run
}

export interface Moments {
  /** The start first, then one for each event. */
  moments: Moment[]
  /** The event at which the trace no longer fits the demo. Does not happen to traces that the server accepted. */
  refused: { seq: number; code: RefusalCode; message: string } | null
}

/**
 * A trial moment by moment: the same machine run again from the trace, nothing recorded.
 * @throws DomainError `invalid-input` when the run cannot begin
 */
export function replayMoments(
  compiled: CompiledDemo,
  start: RunStart,
  events: readonly TraceEvent[],
  ideal: readonly string[] | null,
): Moments {
  const first = startRun(compiled, start)
  const moments = [opening(first, ideal)]
  let run = first
  for (const event of events) {
    const result = step(run, event)
    if (!result.ok) {
      return { moments, refused: { seq: event.seq, code: result.code, message: result.message } }
    }
    moments.push(momentOf(run, result.run, event, ideal))
    run = result.run
  }
  return { moments, refused: null }
}

function opening(run: Run, ideal: readonly string[] | null): Moment {
  const { path: entered } = run
  return {
    kind: 'start',
    event: null,
    control: null,
    at: 0,
    pauseMs: 0,
    entered: [...entered],
    detours: ideal ? detoursOf(run, ideal) : 0,
    tasksDone: doneIn(run),
    run,
  }
}

function momentOf(before: Run, after: Run, event: TraceEvent, ideal: readonly string[] | null): Moment {
  const away = event.at - before.lastAt - event.activeMs
  const isHint = event.type === HINT_EVENT
  return {
    kind: isHint ? 'hint' : 'event',
    event,
    control: isHint ? null : controlUsed(before, event),
    at: after.lastAt,
    pauseMs: away >= PAUSE_MS ? away : 0,
    entered: after.path.slice(before.path.length),
    detours: ideal ? detoursOf(after, ideal) - detoursOf(before, ideal) : 0,
    tasksDone: doneIn(after).filter((task) => !doneIn(before).includes(task)),
    run: after,
  }
}

function doneIn(run: Run): string[] {
  return Object.keys(run.tasks).filter((task) => run.tasks[task]?.doneAt !== null)
}

/** The control that sent the event: of several that send it, the one whose payload the data fits. */
function controlUsed(run: Run, event: TraceEvent): Control | null {
  const { controls } = inspectControls(
    { ...run, lastAt: Math.max(event.at, run.lastAt) },
    { send: event.type },
  )
  return controls.find((control) => fits(control, event.data ?? {})) ?? controls[0] ?? null
}

function fits({ payload }: Control, data: EventData): boolean {
  if (payload.kind === 'row') return payload.rows.some((row) => row.id === data.id)
  if (payload.kind === 'fixed')
    return Object.entries(payload.data).every(([name, value]) => data[name] === value)
  if (payload.kind === 'form') return payload.fields.every((field) => !field.required || field.name in data)
  return true
}
