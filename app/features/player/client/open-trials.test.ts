import { expect, test } from 'vitest'
import { allSent, keepOpen } from './open-trials'

test('waits for what open trials still send', async () => {
  let arrive = (_sent: boolean) => {}
  const forget = keepOpen({ flush: () => new Promise((resolve) => (arrive = resolve)) })
  const waited = allSent()
  arrive(true)
  expect(await waited).toBe(true)
  forget()
})

test('goes on without a server that does not answer, or that refuses', async () => {
  const silent = keepOpen({ flush: () => new Promise(() => {}) })
  expect(await allSent(1)).toBe(false)
  silent()
  const broken = keepOpen({ flush: () => Promise.reject(new Error('gone')) })
  expect(await allSent()).toBe(false)
  broken()
})

test('with no trial open there is nothing to wait for', async () => {
  expect(await allSent()).toBe(true)
})
