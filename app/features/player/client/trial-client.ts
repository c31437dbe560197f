import type { TraceEvent } from '~/domain/trial/trace'
import { watchActivity } from './activity'
import { indexedDbStorage } from './indexed-db-storage'
import { followPage } from './page-lifecycle'
import { browserClock } from './queue-clock'
import type { Beacon } from './send-batch'
import { createTrialQueue } from './trial-queue'
import type { QueueStatus, Refusal } from './trial-queue'
import { trialTime } from './trial-time'

/** A step as the page took it: `at` is the same that the page's own run was given. */
export type TakenStep = Pick<TraceEvent, 'type' | 'data' | 'at'>

/** One trial in one page of a real browser. */
export interface TrialClient {
  /** Events of an earlier page that the server has not seen: apply them to the server's run, they are on their way. */
  readonly unsent: TraceEvent[]
  /** Milliseconds since the trial began: the `at` of a step that is taken now. */
  now(): number
  /** Keeps and sends one step, with the active time before it. Null after a refusal, until `rebuild`. */
  record(taken: TakenStep): TraceEvent | null
  /** Sends now; true when the server has everything. */
  flush(): Promise<boolean>
  /** After a refusal: goes on from the server's `lastSeq`. */
  rebuild(lastSeq: number): Promise<TraceEvent[]>
  close(): void
}

export interface TrialClientOptions {
  trialId: string
  /** As the server gave them with the trial. */
  lastSeq: number
  elapsedMs: number
  onRefused: (refusal: Refusal) => void
  onStatus?: (status: QueueStatus) => void
}

/** Opens the queue, the clocks and the page's listeners for a trial. */
export async function openTrialClient(options: TrialClientOptions): Promise<TrialClient> {
  const { trialId, lastSeq, elapsedMs, onRefused, onStatus } = options
  const now = trialTime(elapsedMs, browserClock)
  const activity = watchActivity({ window, document }, browserClock)
  const queue = createTrialQueue({
    trialId,
    fetch: (url, init) => fetch(url, init),
    storage: await indexedDbStorage(),
    clock: browserClock,
    onRefused,
    ...beaconWhereNeeded(),
    ...(onStatus && { onStatus }),
  })
  const unsent = await queue.restore(lastSeq)
  const stopFollowing = followPage(queue, { window, document })
  return {
    unsent,
    now,
    record: (taken) => queue.push({ ...taken, activeMs: activity.take() }),
    flush: () => queue.flush(),
    rebuild: (seq) => queue.restore(seq),
    close: () => {
      stopFollowing()
      activity.stop()
      queue.hide()
      queue.close()
    },
  }
}

function beaconWhereNeeded(): { beacon?: Beacon } {
  if ('keepalive' in Request.prototype) return {}
  return { beacon: (url, body) => navigator.sendBeacon(url, body) }
}
