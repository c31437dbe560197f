import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { SimulatedClock, settled } from '#tests/support/simulated-clock'
import { ModelServer } from './model-server.testing'
import type { Fault } from './model-server.testing'
import { memoryStorage } from './queue-storage'
import { createTrialQueue } from './trial-queue'
import type { QueueStatus, QueueRefusal, TrialQueueOptions } from './trial-queue'

const TRIAL = '0190a000-0000-7000-8000-000000000001'

function setUp(options: Partial<TrialQueueOptions> = {}) {
  const clock = new SimulatedClock()
  const server = new ModelServer(clock)
  const storage = memoryStorage()
  const refusals: QueueRefusal[] = []
  const statuses: QueueStatus[] = []
  const base = { trialId: TRIAL, fetch: server.fetch, storage, clock, random: () => 0.5 }
  const listeners = {
    onRefused: (refusal: QueueRefusal) => void refusals.push(refusal),
    onStatus: (status: QueueStatus) => void statuses.push(status),
  }
  const queue = createTrialQueue({ ...base, ...listeners, ...options })
  return { queue, server, clock, storage, refusals, statuses }
}

const event = (type = 'GO', at = 0) => ({ type, at, activeMs: 10 })

test('events are sent together two seconds after the first', async () => {
  const { queue, server, clock } = setUp()
  queue.push(event('A'))
  await clock.advance(1_500)
  queue.push(event('B'))
  expect(server.requests).toBe(0)
  await clock.advance(500)
  expect(server.requests).toBe(1)
  expect(server.trace.map(({ seq, type }) => [seq, type])).toEqual([
    [1, 'A'],
    [2, 'B'],
  ])
})

test('twenty events do not wait', async () => {
  const { queue, server } = setUp()
  for (let index = 0; index < 20; index += 1) queue.push(event())
  await settled()
  expect(server.trace).toHaveLength(20)
  expect(server.requests).toBe(1)
})

test('what was confirmed leaves the queue and its storage', async () => {
  const { queue, clock, storage, statuses } = setUp()
  queue.push(event())
  expect(await storage.load(TRIAL)).toHaveLength(1)
  await clock.advance(2_000)
  expect(queue.unsent).toEqual([])
  expect(await storage.load(TRIAL)).toEqual([])
  expect(statuses).toEqual(['saving', 'saved'])
})

test('a lost request is tried again later and later', async () => {
  const { queue, server, clock, statuses } = setUp()
  server.suffer('request-lost', 'request-lost', 'request-lost')
  queue.push(event())
  await clock.advance(2_000)
  expect(statuses.at(-1)).toBe('waiting')
  await clock.advance(749)
  expect(server.requests).toBe(1)
  await clock.advance(1)
  expect(server.requests).toBe(2)
  await clock.advance(1_500)
  expect(server.requests).toBe(3)
  await clock.advance(3_000)
  expect(server.trace).toHaveLength(1)
  expect(statuses.at(-1)).toBe('saved')
})

test('a busy server is left alone for as long as it asks', async () => {
  const { queue, server, clock } = setUp()
  server.suffer('busy')
  queue.push(event())
  await clock.advance(2_000 + 6_999)
  expect(server.requests).toBe(1)
  await clock.advance(1)
  expect(server.trace).toHaveLength(1)
})

test('new events do not shorten the wait of a failing network', async () => {
  const { queue, server, clock } = setUp()
  server.suffer('busy')
  queue.push(event())
  await clock.advance(2_000)
  for (let index = 0; index < 30; index += 1) queue.push(event())
  await clock.advance(6_000)
  expect(server.requests).toBe(1)
  await clock.advance(1_000)
  expect(server.trace).toHaveLength(31)
})

test('the network being back sends at once', async () => {
  const { queue, server, clock } = setUp()
  server.suffer('request-lost')
  queue.push(event())
  await clock.advance(2_000)
  queue.wake()
  await settled()
  expect(server.trace).toHaveLength(1)
})

test('a request without an answer is given up and sent again', async () => {
  let calls = 0
  const clock = new SimulatedClock()
  const { queue, server } = setUp({
    clock,
    fetch: (url, init) => {
      calls += 1
      if (calls > 1) return server.fetch(url, init)
      return new Promise((_, reject) =>
        init.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      )
    },
  })
  queue.push(event())
  await clock.advance(2_000 + 20_000 + 1_000)
  expect(server.trace).toHaveLength(1)
})

test('a gap is closed from the event that the server expects', async () => {
  const replies = [{ code: 'sequence-gap', expectedSeq: 2 }]
  const asked: number[][] = []
  const { queue, clock } = setUp({
    fetch: async (_url, init) => {
      const { events } = JSON.parse(String(init.body)) as { events: { seq: number }[] }
      asked.push(events.map(({ seq }) => seq))
      const gap = replies.shift()
      return gap ? Response.json(gap, { status: 409 }) : Response.json({ lastSeq: 3 })
    },
  })
  for (const type of ['A', 'B', 'C']) queue.push(event(type))
  await clock.advance(2_000)
  expect(asked).toEqual([
    [1, 2, 3],
    [2, 3],
  ])
  expect(queue.unsent).toEqual([])
})

test('a server that keeps seeing a gap is not asked without end', async () => {
  let requests = 0
  const { queue, clock, statuses } = setUp({
    fetch: async () => {
      requests += 1
      return Response.json({ code: 'sequence-gap', expectedSeq: 1 }, { status: 409 })
    },
  })
  queue.push(event())
  await clock.advance(2_000)
  expect(requests).toBe(4)
  expect(statuses.at(-1)).toBe('waiting')
})

test('a refused event stops the queue, says why, and takes what followed it along', async () => {
  const { queue, server, clock, refusals, storage } = setUp()
  queue.push(event('A'))
  queue.push(event('REFUSED'))
  queue.push(event('B'))
  await clock.advance(2_000)
  expect(server.trace.map(({ type }) => type)).toEqual(['A'])
  expect(refusals).toEqual([{ code: 'event-refused', message: 'no', seq: 2, reason: 'not-offered' }])
  expect(queue.push(event('C'))).toBeNull()
  expect(queue.unsent).toEqual([])
  expect(await storage.load(TRIAL)).toEqual([])
})

test('after a refusal the queue goes on from the state of the server', async () => {
  const { queue, server, clock } = setUp()
  queue.push(event('REFUSED'))
  await clock.advance(2_000)
  await queue.restore(server.trace.length)
  expect(queue.push(event('B'))?.seq).toBe(1)
  await clock.advance(2_000)
  expect(server.trace.map(({ type }) => type)).toEqual(['B'])
})

test('a server that is ahead means that another page drives the trial', async () => {
  const { queue, server, clock, refusals } = setUp()
  server.trace.push({ seq: 1, ...event('X') }, { seq: 2, ...event('Y') })
  queue.push(event('A'))
  await clock.advance(2_000)
  expect(refusals.map(({ code }) => code)).toEqual(['out-of-step'])
})

test('what an earlier page could not send is given back and sent', async () => {
  const { queue: first, server, clock, storage } = setUp()
  server.suffer('request-lost', 'request-lost')
  first.push(event('A'))
  first.push(event('B'))
  await clock.advance(2_000)
  first.close()
  const second = createTrialQueue({ trialId: TRIAL, fetch: server.fetch, storage, clock, random: () => 0 })
  server.trace.push({ seq: 1, ...event('A') })
  const unsent = await second.restore(1)
  expect(unsent.map(({ seq, type }) => [seq, type])).toEqual([[2, 'B']])
  expect(second.push(event('C'))?.seq).toBe(3)
  await clock.advance(2_000)
  expect(second.unsent).toEqual([])
})

test('stored events after a hole are not sent', async () => {
  const { queue, storage } = setUp()
  await storage.add(TRIAL, { seq: 4, ...event('D') })
  await storage.add(TRIAL, { seq: 6, ...event('F') })
  expect((await queue.restore(3)).map(({ seq }) => seq)).toEqual([4])
  expect(queue.push(event('E'))?.seq).toBe(5)
})

test('a hidden page sends what is left by keepalive, at most 60 kB', async () => {
  const sent: RequestInit[] = []
  const { queue, clock } = setUp({
    fetch: async (_url, init) => {
      sent.push(init)
      throw new TypeError('gone')
    },
  })
  for (let index = 0; index < 19; index += 1) queue.push({ ...event(), data: { note: '漢'.repeat(2_000) } })
  queue.hide()
  await settled()
  expect(sent.map(({ keepalive }) => keepalive)).toEqual([true])
  expect(Buffer.byteLength(String(sent[0]?.body))).toBeGreaterThan(50_000)
  expect(Buffer.byteLength(String(sent[0]?.body))).toBeLessThanOrEqual(60_000)
  expect(queue.unsent).toHaveLength(19)
  queue.close()
  expect(clock.waiting).toBe(0)
})

test('a browser without keepalive sends a beacon, and the events again when the page is back', async () => {
  const beacons: { url: string; type: string }[] = []
  const { queue, server } = setUp({
    beacon: (url, body) => beacons.push({ url, type: body.type }) > 0,
  })
  queue.push(event('A'))
  queue.hide()
  expect(beacons).toEqual([{ url: `/api/v1/trials/${TRIAL}/events`, type: 'application/json' }])
  expect(server.requests).toBe(0)
  queue.wake()
  await settled()
  expect(server.trace).toHaveLength(1)
})

test('events live in memory when storage fails', async () => {
  const broken = () => Promise.reject(new Error('quota'))
  const { queue, server, clock } = setUp({
    storage: { load: broken, add: broken, dropThrough: broken, clear: broken },
  })
  await queue.restore(0)
  queue.push(event('A'))
  await clock.advance(2_000)
  expect(server.trace).toHaveLength(1)
})

const faults: fc.Arbitrary<Fault> = fc.constantFrom(
  'none',
  'request-lost',
  'reply-lost',
  'twice',
  'late',
  'busy',
)
const actions = fc.oneof(
  { weight: 6, arbitrary: fc.constant('push' as const) },
  { weight: 2, arbitrary: fc.constant('wait' as const) },
  { weight: 1, arbitrary: fc.constant('hide' as const) },
  { weight: 1, arbitrary: fc.constant('wake' as const) },
  { weight: 1, arbitrary: fc.constant('reload' as const) },
)

test('whatever the network and the page do, the server ends with every event once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(faults, { maxLength: 30 }),
      fc.array(actions, { maxLength: 60 }),
      async (bad, acts) => {
        const { queue: first, server, clock, storage, refusals } = setUp()
        server.suffer(...bad)
        let queue = first
        let made = 0
        for (const act of acts) {
          if (act === 'push') queue.push(event('GO', (made += 1)))
          if (act === 'wait') await clock.advance(1_700)
          if (act === 'hide') queue.hide()
          if (act === 'wake') queue.wake()
          if (act === 'reload') {
            queue.close()
            queue = createTrialQueue({
              trialId: TRIAL,
              fetch: server.fetch,
              storage,
              clock,
              random: () => 0.9,
            })
            await queue.restore(server.trace.length)
          }
        }
        await clock.advance(40 * 60_000)
        expect(refusals).toEqual([])
        expect(queue.unsent).toEqual([])
        expect(server.trace.map(({ seq, at }) => [seq, at])).toEqual(
          Array.from({ length: made }, (_, index) => [index + 1, index + 1]),
        )
      },
    ),
    { numRuns: tries(300) },
  )
})
