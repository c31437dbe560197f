import { expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import { conversion } from '#db/schema/conversion'
import { cost } from '#db/schema/cost'
import { rating, trial, trialEvent, visitor } from '#db/schema/trial'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { removeSimulated } from '~/features/collect/trials/remove-simulated.server'
import { systemContext } from '~/platform/context/context'
import { simulateFirstData } from './first-data'

test('a new center gets weeks of simulated trials, flagged as such, that can be removed again', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, await readFile('content/demos/order-to-cash/demo.yaml', 'utf8'))
  const ctx = systemContext(test.app, 'start')
  const { db } = test.app
  const seen: number[] = []
  const tally = await simulateFirstData(ctx, {
    trials: 80,
    seed: 1,
    onProgress: (done) => void seen.push(done),
  })
  const rows = await db.select().from(trial)
  expect(rows).toHaveLength(80)
  expect(rows.every(({ flags }) => flags.join() === 'simulated')).toBe(true)
  const latest = Math.max(...rows.map(({ lastEventAt }) => lastEventAt.getTime()))
  expect(latest).toBeLessThanOrEqual(test.clock.at.getTime())
  expect(seen.at(-1)).toBe(80)
  expect(await db.$count(trialEvent)).toBe(tally?.events)
  expect(await db.$count(rating)).toBe(tally?.ratings)
  const told = await db.select().from(conversion)
  expect(told.filter(({ source }) => source === 'browser')).toHaveLength(tally?.asks ?? -1)
  expect(told.filter(({ source }) => source === 'api')).toHaveLength(tally?.conversions ?? -1)
  expect(told.some(({ source, goal }) => source === 'browser' && goal === 'purchase')).toBe(false)
  expect(told.some(({ source, value }) => source === 'api' && value !== null)).toBe(true)
  const costs = await db.select().from(cost)
  expect(new Set(costs.map(({ channel }) => channel))).toEqual(new Set(['paid', 'email', 'social']))
  expect(costs.every(({ simulated }) => simulated)).toBe(true)
  expect(await simulateFirstData(ctx, { trials: 80, seed: 1 })).toBeNull()
  await removeSimulated({ ctx })
  expect([await db.$count(trial), await db.$count(visitor), await db.$count(trialEvent)]).toEqual([0, 0, 0])
  expect(await db.$count(cost)).toBe(0)
})
