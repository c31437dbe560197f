import type { TraceEvent } from '~/domain/demo/engine/trace'
import { paths } from '~/paths'
import { watchActivity } from './activity'
import { indexedDbStorage } from './indexed-db-storage'
import { keepOpen } from './open-trials'
import { followPage } from './page-lifecycle'
import { browserClock } from './queue-clock'
import { readTrace } from './read-trace'
import type { Beacon, Fetch } from './send-batch'
import { createTrialQueue } from './trial-queue'
import type { QueueStatus, QueueRefusal } from './trial-queue'

/** A step taken in the page; `at` is the value that the page's own run was given. */
type SentStep = Pick<TraceEvent, 'type' | 'data' | 'at' | 'by'>

/** One trial in one page of a real browser. */
export interface TrialClient {
  /** Unsent events of an earlier page: apply them to the server's run. They are being sent. */
  readonly unsent: TraceEvent[]
  /** Keeps and sends one step, with the active time before it. Does nothing after a refusal, until `reload`. */
  report(taken: SentStep): void
  /** Sends now; resolves to true when the server has everything. */
  flush(): Promise<boolean>
  /**
   * After a refusal: reads the trace from the server and continues the queue after it. Rejects while it cannot be
   * read.
   */
  reload(): Promise<TraceEvent[]>
  /** Active milliseconds that this page has sent. */
  activeMs(): number
  close(): void
}

export interface TrialClientOptions {
  trialId: string
  /** The last stored event's number, as the server sent it with the trial. */
  lastSeq: number
  onRefused: (refusal: QueueRefusal) => void
  onStatus?: (status: QueueStatus) => void
}

/**
 * Opens the queue, the active time clock and the page listeners of a trial. `trialTime` gives each step its `at`.
 */
export async function openTrialClient(options: TrialClientOptions): Promise<TrialClient> {
  const { trialId, lastSeq, onRefused, onStatus } = options
  const browserFetch: Fetch = (url, init) => fetch(url, init)
  const activity = watchActivity({ window, document }, browserClock)
  let activeMs = 0
  const queue = createTrialQueue({
    trialId,
    fetch: browserFetch,
    storage: await indexedDbStorage(),
    clock: browserClock,
    onRefused,
    ...beaconWhereNeeded(),
    ...(onStatus && { onStatus }),
  })
  const unsent = await queue.restore(lastSeq)
  const stopFollowing = followPage(queue, { window, document })
  const forget = keepOpen(queue)
  return {
    unsent,
    report: (taken) => {
      const event = queue.push({ ...taken, activeMs: activity.take() })
      activeMs += event?.activeMs ?? 0
    },
    flush: () => queue.flush(),
    reload: async () => {
      const trace = await readTrace(browserFetch, paths.api.trial(trialId))
      await queue.restore(trace.at(-1)?.seq ?? 0)
      return trace
    },
    activeMs: () => activeMs,
    close: () => {
      forget()
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
