import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { GroupQueue } from './group-queue'
import type { GroupLimits } from './group-queue'

type Job = { key: string; n: number; size: number }

const WIDE: GroupLimits = {
  waitingJobs: 1e6,
  waitingSize: 1e6,
  groupJobs: 1e6,
  groupSize: 1e6,
  workers: 2,
  oneKey: false,
}

/** A queue whose groups end when they are told to. */
function heldQueue(limits: Partial<GroupLimits> = {}) {
  const groups: { jobs: Job[]; end: () => void }[] = []
  const queue = new GroupQueue<Job>({
    limits: { ...WIDE, ...limits },
    keyOf: ({ key }) => key,
    sizeOf: ({ size }) => size,
    work: (jobs) => new Promise<void>((resolve) => groups.push({ jobs, end: resolve })),
  })
  return { queue, groups }
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

const jobs = (...keys: string[]): Job[] => keys.map((key, n) => ({ key, n, size: 1 }))

test('what arrives together goes together, what arrives meanwhile goes next', async () => {
  const { queue, groups } = heldQueue({ workers: 1 })
  for (const job of jobs('a', 'b', 'c')) queue.add(job)
  await turn()
  for (const job of jobs('d', 'e')) queue.add(job)
  await turn()
  expect(groups.map((group) => group.jobs.map(({ key }) => key).join(''))).toEqual(['abc'])
  groups[0]?.end()
  await turn()
  expect(groups.map((group) => group.jobs.map(({ key }) => key).join(''))).toEqual(['abc', 'de'])
})

test('jobs of one key are never in two groups at once', async () => {
  const { queue, groups } = heldQueue()
  for (const job of jobs('a', 'b')) queue.add(job)
  await turn()
  for (const job of jobs('a', 'c')) queue.add(job)
  await turn()
  expect(groups.map((group) => group.jobs.map(({ key }) => key).join(''))).toEqual(['ab', 'c'])
  groups[0]?.end()
  await turn()
  expect(groups.map((group) => group.jobs.map(({ key }) => key).join(''))).toEqual(['ab', 'c', 'a'])
})

test('a full queue takes nothing more, by number and by size, and takes again once there is room', async () => {
  const { queue, groups } = heldQueue({ workers: 1, waitingJobs: 2, waitingSize: 10 })
  queue.add({ key: 'under way', n: 0, size: 1 })
  await turn()
  expect(jobs('a', 'b', 'c').map((job) => queue.add(job))).toEqual([true, true, false])
  groups[0]?.end()
  await turn()
  expect(queue.add({ key: 'large', n: 0, size: 10 })).toBe(true)
  expect(queue.add({ key: 'small', n: 0, size: 1 })).toBe(false)
})

test('what a group has taken makes room: far more passes through a queue than may wait in it', async () => {
  const { queue, groups } = heldQueue({ workers: 1, waitingJobs: 3, waitingSize: 10 })
  for (let n = 0; n < 20; n += 1) {
    expect(queue.add({ key: 'a', n, size: 10 })).toBe(true)
    expect(queue.isFull).toBe(true)
    await turn()
    expect([queue.waiting, queue.isFull]).toEqual([0, false])
    groups[n]?.end()
    await turn()
  }
})

test('what was passed over still counts as waiting, by number and by size', async () => {
  const { queue, groups } = heldQueue({ workers: 2, waitingSize: 8 })
  queue.add({ key: 'a', n: 0, size: 5 })
  await turn()
  queue.add({ key: 'a', n: 1, size: 5 })
  queue.add({ key: 'b', n: 2, size: 2 })
  await turn()
  expect([queue.waiting, queue.isFull]).toEqual([1, false])
  queue.add({ key: 'a', n: 3, size: 3 })
  expect(queue.isFull).toBe(true)
  groups[0]?.end()
  await turn()
  expect([queue.waiting, queue.isFull]).toEqual([0, false])
})

test('it is idle once nothing waits and nothing is under way', async () => {
  const { queue, groups } = heldQueue({ workers: 1, groupJobs: 1 })
  await queue.idle()
  for (const job of jobs('a', 'b')) queue.add(job)
  let idle = false
  const wait = queue.idle().then(() => (idle = true))
  await turn()
  groups[0]?.end()
  await turn()
  expect(idle).toBe(false)
  groups[1]?.end()
  await wait
})

test('every job is done once, those of one key in their order, and no group is larger than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), size: fc.integer({ min: 1, max: 9 }) })),
      fc.record({
        groupJobs: fc.integer({ min: 1, max: 5 }),
        groupSize: fc.integer({ min: 1, max: 20 }),
        workers: fc.integer({ min: 1, max: 3 }),
        oneKey: fc.boolean(),
      }),
      async (given, limits) => {
        const done: Job[] = []
        const queue = new GroupQueue<Job>({
          limits: { ...WIDE, ...limits },
          keyOf: ({ key }) => key,
          sizeOf: ({ size }) => size,
          work: async (group) => {
            const size = group.reduce((sum, job) => sum + job.size, 0)
            expect(group.length).toBeLessThanOrEqual(limits.groupJobs)
            if (limits.oneKey) expect(new Set(group.map(({ key }) => key)).size).toBe(1)
            if (group.length > 1) expect(size).toBeLessThanOrEqual(limits.groupSize)
            await turn()
            done.push(...group)
          },
        })
        const all = given.map((job, n) => ({ ...job, n }))
        for (const job of all) queue.add(job)
        await queue.idle()
        expect(done.map(({ n }) => n).sort((one, other) => one - other)).toEqual(all.map(({ n }) => n))
        for (const key of ['a', 'b', 'c', 'd']) {
          const own = done.filter((job) => job.key === key).map(({ n }) => n)
          expect(own).toEqual([...own].sort((one, other) => one - other))
        }
      },
    ),
    { numRuns: tries(100) },
  )
})
