import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { SimulatedClock, settled } from '#tests/support/simulated-clock'
import type { Remark, RemarkChange } from './remark'
import { withChanges } from './remark'
import { RemarkQueue } from './remark-queue'
import { memoryRemarks } from './remark-storage'

const TRIAL = 't1'
const said = (id: string, text = ''): RemarkChange & { remark: Remark } => ({
  ...{ trialId: TRIAL, id },
  remark: { id, kind: 'wrong', text, state: 'a', seq: 1, at: 10 },
})
const takenBack = (id: string): RemarkChange => ({ trialId: TRIAL, id, remark: null })

/** A server that answers the next requests with these statuses (0: no answer), then with 200. */
function setUp(answers: number[] = [], storage = memoryRemarks()) {
  const clock = new SimulatedClock()
  const kept = new Map<string, string>()
  const refused: string[] = []
  const queue = new RemarkQueue({
    ...{ trialId: TRIAL, clock, storage, random: () => 0.5 },
    onRefused: ({ id }) => refused.push(id),
    fetch: async (url, { method, body }) => {
      const status = answers.shift() ?? 200
      if (status === 0) throw new TypeError('no network')
      const id = url.split('/').at(-1) ?? ''
      if (status === 200 && method === 'DELETE') kept.delete(id)
      else if (status === 200) kept.set(id, (JSON.parse(String(body)) as { text: string }).text)
      return new Response('{}', { status })
    },
  })
  return { queue, clock, kept, refused, storage }
}

test('a remark goes at once, and what was confirmed leaves the storage', async () => {
  const { queue, kept, storage } = setUp()
  queue.change(said('r1', 'why'))
  await settled()
  expect([...kept]).toEqual([['r1', 'why']])
  expect(await storage.load(TRIAL)).toEqual([])
})

test('without a network only the last change waits, across pages, and goes when the network is back', async () => {
  const { queue, kept, storage } = setUp([0, 0, 0])
  for (const text of ['', 'w', 'why']) {
    queue.change(said('r1', text))
    await settled()
  }
  queue.close()
  const next = setUp([], storage)
  await next.queue.restore()
  await settled()
  expect(kept.size).toBe(0)
  expect([...next.kept]).toEqual([['r1', 'why']])
})

test('one that is refused for good is dropped and told, and the others go', async () => {
  const { queue, kept, refused } = setUp([503, 422])
  queue.change(said('r1'))
  queue.change(said('r2'))
  await settled()
  queue.wake()
  await settled()
  expect(refused).toEqual(['r1'])
  expect([...kept.keys()]).toEqual(['r2'])
})

test('whatever the network does, the server ends with what was said last', async () => {
  const change = fc.record({
    id: fc.constantFrom('r1', 'r2', 'r3'),
    text: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
    waitMs: fc.constantFrom(0, 700, 5_000),
  })
  const answers = fc.array(fc.constantFrom(0, 200, 429, 500), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), answers, async (steps, faults) => {
      const { queue, clock, kept, storage } = setUp([...faults])
      const changes = steps.map(({ id, text }) => (text === null ? takenBack(id) : said(id, text)))
      for (const [index, one] of changes.entries()) {
        queue.change(one)
        await clock.advance(steps[index]?.waitMs ?? 0)
      }
      await clock.advance(3_600_000)
      const expected = withChanges([], changes).map(({ id, text }) => [id, text])
      expect([...kept].sort()).toEqual(expected.sort())
      expect(await storage.load(TRIAL)).toEqual([])
    }),
    { numRuns: tries(100) },
  )
})
