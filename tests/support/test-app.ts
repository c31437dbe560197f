import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { createTestDatabase } from '#db/testing'
import { createApp } from '~/host/app'
import type { Actor, App, Context } from '~/platform/context/context'
import type { MediaPlace } from '~/platform/media/open-store'
import { parseEnvironment } from '~/platform/environment'
import type { CollectBy } from '~/platform/trials/collector'

export interface TestApp extends AsyncDisposable {
  app: App
  /** Of its database. */
  url: string
  /** The server's clock. */
  clock: { at: Date }
  /** The context of a browser's request; without an id, of a browser never seen. */
  as(visitorId?: string | null, options?: { actor?: Actor; persistent?: boolean }): Context
  /** A second instance on the same database, with separate memory. */
  another(): Promise<App>
}

interface TestAppOptions {
  collectors?: number
  boardTimeoutMs?: number
  /** Where media are kept; in a directory of its own when absent. */
  media?: MediaPlace
  /** How events are committed; by the tables, or as FOYER_COLLECT_BY says, when absent. */
  collectBy?: CollectBy
}

const PUBLIC: Actor = { kind: 'public' }
const START = new Date('2026-03-02T09:00:00Z')

/**
 * The real application on a separate database, with a clock that tests set. `collectors` are threads that collect
 * events.
 */
export async function createTestApp({
  collectors = 0,
  boardTimeoutMs = 15_000,
  media,
  collectBy,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase()
  const clock = { at: START }
  const read = parseEnvironment(
    {
      ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', FOYER_FAST_ENGINE: process.env.FOYER_FAST_ENGINE },
      FOYER_COLLECT_BY: collectBy ?? process.env.FOYER_COLLECT_BY,
    },
    () => 'test-secret-'.repeat(4),
  )
  const directory = await mkdtemp(join(tmpdir(), 'foyer-media-'))
  const env = { ...read, boardTimeoutMs, media: media ?? { directory } }
  const log = pino({ level: 'silent' })
  const open = () => createApp({ env, databaseUrl: database.url, log, collectors, now: () => clock.at })
  const apps = [await open()]
  const [app] = apps
  if (!app) throw new Error('no app')
  return {
    app,
    url: database.url,
    clock,
    as: (visitorId = uuidv7(), { actor = PUBLIC, persistent = true } = {}) => ({
      ...app,
      actor,
      visitor: visitorId === null ? null : { id: visitorId, persistent },
      remembers: persistent,
      locale: 'en',
      requestId: 'test',
      nonce: '',
    }),
    another: async () => {
      const other = await open()
      apps.push(other)
      return other
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(apps.map((each) => each.close()))
      await database.close()
      await rm(directory, { recursive: true })
    },
  }
}
