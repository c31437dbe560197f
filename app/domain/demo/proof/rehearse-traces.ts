import type { TraceEvent } from '../engine/trace'
import { isDomainError } from '~/domain/errors'
import type { CompiledDemo } from '../engine/compile'
import { replay } from '../engine/replay'
import type { RefusalCode, RunStart } from '../engine/run'

/** A trial as it is stored. */
export type PastTrace = { id: string; start: RunStart; events: readonly TraceEvent[] }

/** Traces that stop at the same event in the same place for the same reason. */
export type Stop = {
  /** The first active state; null when the run cannot start. */
  state: string | null
  /** Type of the refused event; null when the run cannot start. */
  event: string | null
  /** `cannot-begin`: the draft has no such plan or role, or fails at the start. */
  code: RefusalCode | 'cannot-begin'
  traces: number
  /** The first trace found to stop here, the number of its event, and why. */
  example: { id: string; seq: number; message: string }
}

export type RehearsalReport = {
  traces: number
  /** Traces of which the draft takes every event. */
  through: number
  /** The most frequent first, then in the order found. */
  stops: Stop[]
}

/**
 * Replays past traces on a draft and reports how many would no longer get through, and where. Keeps nothing of a
 * trace, so memory is constant however many there are.
 */
export async function rehearseTraces(
  draft: CompiledDemo,
  traces: AsyncIterable<PastTrace> | Iterable<PastTrace>,
): Promise<RehearsalReport> {
  const stops = new Map<string, Stop>()
  const report = { traces: 0, through: 0 }
  for await (const trace of traces) {
    report.traces++
    const found = stopOf(draft, trace)
    if (found === null) {
      report.through++
      continue
    }
    const key = keyOf(found)
    const known = stops.get(key)
    if (known) known.traces++
    else stops.set(key, found)
  }
  return { ...report, stops: [...stops.values()].sort((a, b) => b.traces - a.traces) }
}

/** Two reports of the same draft as one; the example of a stop is that of the first. */
export function joinRehearsals(one: RehearsalReport, other: RehearsalReport): RehearsalReport {
  const stops = new Map<string, Stop>()
  for (const stop of [...one.stops, ...other.stops]) {
    const key = keyOf(stop)
    const known = stops.get(key)
    stops.set(key, known ? { ...known, traces: known.traces + stop.traces } : stop)
  }
  return {
    traces: one.traces + other.traces,
    through: one.through + other.through,
    stops: [...stops.values()].sort((a, b) => b.traces - a.traces),
  }
}

const keyOf = ({ state, event, code }: Stop): string => JSON.stringify([state, event, code])

/** Where a trace stops on the draft; null when it gets through. */
function stopOf(draft: CompiledDemo, { id, start, events }: PastTrace): Stop | null {
  try {
    const { run, refused } = replay(draft, start, events)
    if (!refused) return null
    const { seq, code, message } = refused
    const event = events.find((one) => one.seq === seq)?.type ?? null
    return { state: run.states[0] ?? null, event, code, traces: 1, example: { id, seq, message } }
  } catch (error) {
    if (!isDomainError(error)) throw error
    const example = { id, seq: 0, message: error.message }
    return { state: null, event: null, code: 'cannot-begin', traces: 1, example }
  }
}
