import { expect, test } from 'vitest'
import { conversion } from '#db/schema/conversion'
import { rating, trial, trialEvent } from '#db/schema/trial'
import { apiClient } from '#tests/support/api-client'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { serveApi } from '#tests/support/test-server'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { httpDriver } from '~/host/simulate/http-driver'
import { simulate } from '~/host/simulate/simulate'

test('simulated prospects go through the public API, and the server agrees with every step', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const options = { trials: 40, seed: 7, now: test.clock.at.getTime(), days: 0 }
  const { secret: key } = await apiClient(test, server)
  const tally = await simulate({ ...options, driver: httpDriver(server.origin, { key }) })
  expect(tally.trials).toBe(40)
  const { db } = test.app
  const rows = await db.select().from(trial)
  expect(rows).toHaveLength(40)
  expect(rows.every(({ flags }) => flags.join() === 'simulated')).toBe(true)
  expect(rows.filter(({ outcome }) => outcome === 'success')).toHaveLength(tally.finished)
  expect(await db.$count(trialEvent)).toBe(tally.events)
  expect(await db.$count(rating)).toBe(tally.ratings)
  const told = await db.select().from(conversion)
  expect(told.filter(({ source }) => source === 'browser')).toHaveLength(tally.asks)
  expect(told.filter(({ source }) => source === 'api')).toHaveLength(tally.conversions)
  expect(tally.conversions).toBeGreaterThan(0)
  expect(new Set(rows.map(({ visitorId }) => visitorId)).size).toBe(tally.visitors)
})

test('the same seed makes the same choices', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const options = { trials: 12, now: test.clock.at.getTime(), days: 0 }
  const once = (seed: number) => simulate({ ...options, seed, driver: httpDriver(server.origin) })
  const [first, second, other] = [await once(3), await once(3), await once(4)]
  expect(second).toEqual(first)
  expect(other).not.toEqual(first)
})

test('without a published demo there is nothing to simulate, and it says so', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const run = simulate({ driver: httpDriver(server.origin), trials: 1, seed: 1, now: 0, days: 0 })
  await expect(run).rejects.toThrow('No demo is published')
})

test('a Foyer elsewhere takes simulated prospects with an API key alone', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const passedOn: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('x-forwarded-for', '203.0.113.9')
    return fetch(input, { ...init, headers })
  }
  const run = (key?: string) =>
    simulate({
      driver: httpDriver(server.origin, { key, fetch: passedOn }),
      trials: 3,
      seed: 1,
      now: 0,
      days: 0,
    })
  await expect(run()).rejects.toThrow('API key')
  const { secret } = await apiClient(test, server)
  expect((await run(secret)).trials).toBe(3)
})
