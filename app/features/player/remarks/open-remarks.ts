import { followPage } from '../client/page-lifecycle'
import { browserClock } from '../client/queue-clock'
import type { RemarkChange } from './remark'
import { RemarkQueue } from './remark-queue'
import { storedRemarks } from './remark-storage'

/** The remarks of one trial in one page of a real browser. */
export interface RemarkClient {
  /** Changes of an earlier page that are being sent. */
  waiting: RemarkChange[]
  change(change: RemarkChange): void
  close(): void
}

/** Opens the queue of a trial's remarks and follows the page and the network. */
export async function openRemarks(
  trialId: string,
  onRefused: (change: RemarkChange) => void,
): Promise<RemarkClient> {
  const queue = new RemarkQueue({
    ...{ trialId, onRefused, clock: browserClock, storage: await storedRemarks() },
    fetch: (url, init) => fetch(url, init),
  })
  await queue.restore()
  const stopFollowing = followPage(
    { hide: () => queue.wake(), wake: () => queue.wake() },
    { window, document },
  )
  return {
    waiting: queue.waiting,
    change: (change) => queue.change(change),
    close: () => {
      stopFollowing()
      queue.close()
    },
  }
}
