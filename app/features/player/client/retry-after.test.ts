import { expect, test } from 'vitest'
import { memoryStorage } from './queue-storage'
import type { QueueClock } from './queue-clock'
import { createTrialQueue } from './trial-queue'

/** A clock whose timers the test runs. */
function handClock() {
  const timers: { at: number; task: () => void }[] = []
  let now = 0
  const clock: QueueClock = {
    now: () => now,
    after: (ms, task) => {
      const timer = { at: now + ms, task }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0)
    },
  }
  const advance = async (ms: number) => {
    now += ms
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers.splice(timers.indexOf(timer), 1)
      timer.task()
    }
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { clock, advance }
}

test('told 503 with Retry-After it keeps its events, in storage too, and waits as long as it was told', async () => {
  const { clock, advance } = handClock()
  const storage = memoryStorage()
  const requests: number[] = []
  let isBusy = true
  const queue = createTrialQueue({
    trialId: 'trial',
    storage,
    clock,
    random: () => 0,
    fetch: async () => {
      requests.push(clock.now())
      const problem = { type: '/problems/unavailable', code: 'unavailable' }
      return isBusy
        ? Response.json(problem, { status: 503, headers: { 'retry-after': '30' } })
        : Response.json({ lastSeq: 1 })
    },
  })
  await queue.restore(0)
  queue.push({ type: '@hint', at: 10, activeMs: 0 })
  await advance(2_000)
  expect(requests).toEqual([2_000])
  expect(queue.unsent).toHaveLength(1)
  expect(await storage.load('trial')).toHaveLength(1)
  await advance(29_000)
  expect(requests).toEqual([2_000])
  isBusy = false
  await advance(1_000)
  expect(requests).toEqual([2_000, 32_000])
  expect(queue.unsent).toEqual([])
})
