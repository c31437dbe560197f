import type { TraceEvent } from '~/domain/demo/engine/trace'
import { memoryStorage } from '~/features/player/client/queue-storage'
import type { QueueClock } from '~/features/player/client/queue-clock'
import type { Fetch } from '~/features/player/client/send-batch'
import { createTrialQueue } from '~/features/player/client/trial-queue'
import type { TrialQueue } from '~/features/player/client/trial-queue'
import type { TrialKey } from '#db/queries/trials'

/** The address that players send to. Tests change and break it. */
export interface Network {
  /** Servers tried in turn, as by a load balancer: the next when one does not respond. */
  origins: string[]
  /** `cut`: requests do not arrive. `deaf`: they arrive, and the response is lost. */
  state: 'up' | 'cut' | 'deaf'
  /** The number of responses by status, as players received them. */
  statuses: Map<number, number>
}

/** One page of the player, with the queue that real pages have. */
export interface FaultPlayer {
  key: TrialKey
  queue: TrialQueue
  /** The events that this page has queued. */
  pushed: TraceEvent[]
  push(): void
  /** The server's final refusal. */
  refusals: string[]
}

/** The queue's delays are ten times shorter, so that a test sees several attempts. */
const HASTE = 10

const hastyClock: QueueClock = {
  now: () => performance.now() * HASTE,
  after: (ms, task) => {
    const timer = setTimeout(task, ms / HASTE)
    return () => clearTimeout(timer)
  },
}

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** A visitor who begins a trial. */
export async function beginPlayer(network: Network, demo: string): Promise<FaultPlayer> {
  const [origin = ''] = network.origins
  const response = await fetch(`${origin}/api/v1/trials`, {
    method: 'POST',
    headers: { origin, 'user-agent': BROWSER, 'content-type': 'application/json' },
    body: JSON.stringify({ demo, plan: 'premium' }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { id } = (await response.json()) as { id: string }
  const refusals: string[] = []
  const pushed: TraceEvent[] = []
  const queue = createTrialQueue({
    trialId: id,
    fetch: transport(network, cookie),
    storage: memoryStorage(),
    clock: hastyClock,
    onRefused: ({ code }) => refusals.push(code),
  })
  await queue.restore(0)
  const push = () => {
    const taken = queue.push({ type: '@hint', at: (pushed.length + 1) * 10, activeMs: 5 })
    if (taken) pushed.push(taken)
  }
  return { key: { visitorId: readVisitorId(cookie), id }, queue, pushed, push, refusals }
}

function transport(network: Network, cookie: string): Fetch {
  return async (url, init) => {
    if (network.state === 'cut') throw new TypeError('the network is cut')
    const response = await toFirstThatAnswers(network, url, init, cookie)
    network.statuses.set(response.status, (network.statuses.get(response.status) ?? 0) + 1)
    if (network.state === 'deaf') throw new TypeError('the answer is lost')
    return response
  }
}

async function toFirstThatAnswers(
  { origins }: Network,
  url: string,
  init: RequestInit,
  cookie: string,
): Promise<Response> {
  let failure: unknown = new TypeError('there is nobody to ask')
  for (const origin of [...origins].sort(() => Math.random() - 0.5)) {
    try {
      const headers = { ...(init.headers as Record<string, string>), cookie, origin }
      return await fetch(origin + url, { ...init, headers, credentials: 'omit' })
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** The visitor's id, as the signed cookie carries it. */
function readVisitorId(cookie: string): string {
  return cookie.split('=')[1]?.split('.')[0] ?? ''
}
