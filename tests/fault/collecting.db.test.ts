import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TRIES_ALL } from '#tests/support/depth'
import { startInstance } from './instance'
import type { Instance } from './instance'
import { startProxy } from './proxy'
import { expectNothingLost, openStage, playThrough } from './stage'
import type { Stage } from './stage'

const TIMEOUT_MS = 90_000

let stage: Stage
let instance: Instance

beforeAll(async () => {
  stage = await openStage()
  instance = await startInstance(stage.url)
}, TIMEOUT_MS)

afterAll(async () => {
  await instance.kill()
  await stage[Symbol.asyncDispose]()
}, TIMEOUT_MS)

test(
  'an application that is killed in mid-load loses nothing',
  async () => {
    const doomed = await startInstance(stage.url)
    const run = await playThrough([doomed.origin], async (network) => {
      await doomed.kill()
      await pause(400)
      network.origins = [instance.origin]
    })
    expect(await expectNothingLost(stage, run)).toBeGreaterThan(500)
  },
  TIMEOUT_MS,
)

test.skipIf(!TRIES_ALL)(
  'of two instances one is killed, and the other goes on with its trials',
  async () => {
    const doomed = await startInstance(stage.url)
    const run = await playThrough([doomed.origin, instance.origin], () => doomed.kill())
    expect(await expectNothingLost(stage, run)).toBeGreaterThan(300)
  },
  TIMEOUT_MS,
)

test(
  'a database that is killed is started again, and nothing is lost',
  async () => {
    const run = await playThrough([instance.origin], async () => {
      const killed = stage.database.pid()
      process.kill(killed, 'SIGKILL')
      while (stage.database.pid() === killed) await pause(50)
    })
    expect(run.network.statuses.get(500)).toBeUndefined()
    expect(await expectNothingLost(stage, run)).toBeGreaterThan(500)
  },
  TIMEOUT_MS,
)

test.skipIf(!TRIES_ALL)(
  'a database that restarts cleanly under load loses nothing',
  async () => {
    const run = await playThrough([instance.origin], async () => {
      const stopped = stage.database.pid()
      process.kill(stopped, 'SIGINT')
      while (stage.database.pid() === stopped) await pause(50)
    })
    expect(run.network.statuses.get(500)).toBeUndefined()
    expect(await expectNothingLost(stage, run)).toBeGreaterThan(500)
  },
  TIMEOUT_MS,
)

test.skipIf(!TRIES_ALL)(
  'a slow database, one that stalls, and one whose connections break lose nothing',
  async () => {
    await using proxy = await startProxy(stage.url)
    await using far = await startInstance(proxy.url)
    const run = await playThrough([far.origin], async () => {
      proxy.delayMs = 80
      await pause(1_200)
      proxy.delayMs = 0
      proxy.stall()
      await pause(800)
      proxy.resume()
      await pause(300)
      proxy.breakAll()
    })
    expect(await expectNothingLost(stage, run)).toBeGreaterThan(500)
  },
  TIMEOUT_MS,
)

test(
  'a network that is cut, that loses answers, and that comes back loses nothing',
  async () => {
    const run = await playThrough([instance.origin], async (network) => {
      network.state = 'cut'
      await pause(500)
      network.state = 'deaf'
      await pause(700)
      network.state = 'up'
    })
    expect(await expectNothingLost(stage, run)).toBeGreaterThan(500)
  },
  TIMEOUT_MS,
)
