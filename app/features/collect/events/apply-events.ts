import { step } from '~/domain/demo/engine/run'
import type { RefusalCode, Run } from '~/domain/demo/engine/run'
import type { TraceEvent } from '~/domain/demo/engine/trace'

/** Why the rest of a batch was not applied. */
export type Halt =
  | { kind: 'gap'; expectedSeq: number }
  | { kind: 'refused'; seq: number; code: RefusalCode; message: string; at: string }

export interface Applied {
  run: Run
  /** Taken by this batch, in order. */
  accepted: TraceEvent[]
  /** Already in the trace, or earlier in the batch: ignored. */
  duplicates: TraceEvent[]
  halt: Halt | null
}

/**
 * Applies a batch to a run at `lastSeq`. Known events are skipped. It stops at the first gap and at the first event
 * that the run does not take; everything before is kept.
 */
export function applyEvents(from: Run, lastSeq: number, events: readonly TraceEvent[]): Applied {
  const applied: Applied = { run: from, accepted: [], duplicates: [], halt: null }
  for (const event of events) {
    const expectedSeq = lastSeq + applied.accepted.length + 1
    if (event.seq < expectedSeq) {
      applied.duplicates.push(event)
      continue
    }
    applied.halt = event.seq > expectedSeq ? { kind: 'gap', expectedSeq } : take(applied, event)
    if (applied.halt) break
  }
  return applied
}

function take(applied: Applied, event: TraceEvent): Halt | null {
  const { seq, type, data, at, by } = event
  const result = step(applied.run, { type, data, at, by })
  if (!result.ok) return { kind: 'refused', seq, code: result.code, message: result.message, at: result.at }
  applied.run = result.run
  applied.accepted.push(event)
  return null
}
