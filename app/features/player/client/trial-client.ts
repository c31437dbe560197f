import type { TraceEvent } from '~/domain/trial/trace'
import { watchActivity } from './activity'
import { indexedDbStorage } from './indexed-db-storage'
import { followPage } from './page-lifecycle'
import { browserClock } from './queue-clock'
import type { Beacon } from './send-batch'
import { createTrialQueue } from './trial-queue'
import type { QueueStatus, Refusal } from './trial-queue'
import { trialTime } from './trial-time'

/** One trial in one page of a real browser. */
export interface TrialClient {
  /** Events of an earlier page that the server has not seen: apply them to the server's run, they are on their way. */
  readonly unsent: TraceEvent[]
  /** Keeps and sends one event, with its time and the active time before it. Null after a refusal, until `rebuild`. */
  record(type: string, data?: TraceEvent['data']): TraceEvent | null
  /** Milliseconds since the trial began: what the next event will carry as `at`. */
  at(): number
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
  const at = trialTime(elapsedMs, browserClock)
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
    at,
    record: (type, data) => queue.push({ type, at: at(), activeMs: activity.take(), ...(data && { data }) }),
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
