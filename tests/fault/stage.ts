import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { expect } from 'vitest'
import { startEmbedded } from '#db/embedded'
import type { EmbeddedDatabase } from '#db/embedded'
import { stopWithParent } from '#db/embedded/guardian'
import { migrateDatabase } from '#db/migrate'
import { listEvents } from '#db/queries/trial-events'
import { expectReplay } from '#tests/support/expect-replay'
import { publishDemo } from '#tests/support/publish-demo'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { createApp } from '~/host/app'
import type { ClosableApp } from '~/host/app'
import { parseEnvironment } from '~/platform/environment'
import { FAULT_SECRET } from './instance'
import { beginPlayer } from './player'
import type { Network, FaultPlayer } from './player'

/** A separate database that may be killed, with a demo to try. */
export interface Stage extends AsyncDisposable {
  database: EmbeddedDatabase
  url: string
  /** Reads the database directly, not through the application. */
  watcher(): Promise<ClosableApp>
}

export async function openStage(directory?: string): Promise<Stage> {
  const home = directory ?? (await mkdtemp(join(tmpdir(), 'foyer-fault-')))
  await chmod(home, 0o755)
  const database = await startEmbedded({ directory: join(home, 'postgres') })
  const guardian = stopWithParent(database.pid(), [])
  await migrateDatabase(database.url)
  const watcher = () => {
    const env = parseEnvironment({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }, () => FAULT_SECRET)
    return createApp({ env, databaseUrl: database.url, log: pino({ level: 'silent' }) })
  }
  const app = await watcher()
  await publishDemo(app.db, approvalSource)
  await app.close()
  return {
    database,
    url: database.url,
    watcher,
    [Symbol.asyncDispose]: async () => {
      await database.remove()
      guardian.dismiss()
      if (!directory) await rm(home, { recursive: true, force: true })
    },
  }
}

const PLAYERS = 20
const EVERY_MS = 20
const PATIENCE_MS = 40_000

export interface FaultRun {
  network: Network
  players: FaultPlayer[]
}

/**
 * Players send events while `fault` happens, until it is over and `afterMs` more; then waits until every queue is
 * done.
 */
export async function playThrough(
  origins: string[],
  fault: (network: Network) => Promise<void>,
  { beforeMs = 600, afterMs = 600 } = {},
): Promise<FaultRun> {
  const network: Network = { origins, state: 'up', statuses: new Map() }
  const players = await Promise.all(
    Array.from({ length: PLAYERS }, () => beginPlayer(network, 'request-approval')),
  )
  const pressing = setInterval(() => players.forEach((player) => player.push()), EVERY_MS)
  try {
    await pause(beforeMs)
    await fault(network)
    await pause(afterMs)
  } finally {
    clearInterval(pressing)
  }
  await untilSent(players)
  return { network, players }
}

async function untilSent(players: FaultPlayer[]): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (players.some(({ queue }) => queue.unsent.length > 0)) {
    if (Date.now() > deadline) throw new Error('Some events were never taken.')
    await Promise.all(players.map(({ queue }) => queue.flush()))
    await pause(100)
  }
}

/** Checks that each event given to a page is stored once, and nothing else. */
export async function expectNothingLost(stage: Stage, { players }: FaultRun): Promise<number> {
  const app = await stage.watcher()
  try {
    let stored = 0
    for (const { key, pushed, refusals } of players) {
      expect(refusals).toEqual([])
      const trace = await listEvents(app.db, key)
      expect(trace.map(({ seq, at, type }) => ({ seq, at, type }))).toEqual(
        pushed.map(({ seq, at, type }) => ({ seq, at, type })),
      )
      await expectReplay(app, key)
      stored += trace.length
    }
    const [counted] = await app.sql<{ n: number }[]>`
      select count(*)::int as n from trial_event
      where trial_id in ${app.sql(players.map(({ key }) => key.id))}`
    expect(counted?.n).toBe(stored)
    return stored
  } finally {
    await app.close()
  }
}
