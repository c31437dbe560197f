import type { TraceEvent } from './trace'
import type { CompiledDemo } from './compile'
import { canonicalJson } from '~/domain/json'
import { snapshotRun, startRun, step, type RefusalCode, type Run, type RunBeginning } from './run'

export type Replay = { run: Run; refused?: { seq: number; code: RefusalCode; message: string; at: string } }

/**
 * Runs a trace from the start. Stops at the first event that is refused and keeps what came before it.
 * @throws DomainError `invalid-input` when the run cannot start
 */
export function replay(compiled: CompiledDemo, start: RunBeginning, events: readonly TraceEvent[]): Replay {
  return continueReplay(startRun(compiled, start), events)
}

/** Runs further events on a run. */
export function continueReplay(from: Run, events: readonly TraceEvent[]): Replay {
  let run = from
  for (const { seq, type, data, at, by } of events) {
    const result = step(run, { type, data, at, by })
    if (!result.ok)
      return { run, refused: { seq, code: result.code, message: result.message, at: result.at } }
    run = result.run
  }
  return { run }
}

/** The run as canonical JSON: two runs are equal when these are. */
export function canonicalRun(run: Run): string {
  return canonicalJson(snapshotRun(run))
}
