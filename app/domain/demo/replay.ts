import type { TraceEvent } from '../trial/trace'
import type { CompiledDemo } from './compile'
import type { RefusalCode, Run, RunStart } from './run'

export type Replay = { run: Run; refused?: { seq: number; code: RefusalCode; message: string; at: string } }

/** Runs a trace from the start. Stops at the first event that is refused: what came before it stands. */
export function replay(compiled: CompiledDemo, start: RunStart, events: readonly TraceEvent[]): Replay {
  void compiled
  void start
  void events
  throw new Error('not yet')
}

/** The run as bytes: two runs are equal when these are. */
export function canonicalRun(run: Run): string {
  void run
  throw new Error('not yet')
}
