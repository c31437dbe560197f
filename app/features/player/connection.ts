import type { TraceEvent } from '~/domain/trial/trace'
import type { QueueStatus } from './client/trial-queue'
import type { TakenStep } from './player-machine'

/** How a live player reaches the server. A preview has none. */
export interface Connection {
  /** What an earlier page of this trial took and could not send. */
  unsent: TraceEvent[]
  report: (taken: TakenStep) => void
  /** Sends what waits. True when the server has everything. */
  flush: () => Promise<boolean>
  /** Reads the trace as the server has it and goes on from there. */
  reload: () => Promise<TraceEvent[]>
  /** Active milliseconds passed on in this page. */
  activeMs: () => number
  close: () => void
}

export interface ConnectOptions {
  trialId: string
  lastSeq: number
  /** Milliseconds since the trial began. */
  now: () => number
  onRefused: () => void
  onStatus: (status: QueueStatus) => void
}

export type Connect = (options: ConnectOptions) => Promise<Connection>
