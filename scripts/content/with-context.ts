import { migrateDatabase } from '#db/migrate'
import { createApp } from '~/server/app'
import type { Context } from '~/server/context'
import { systemContext } from '~/server/context'
import { parseEnvironment } from '~/server/environment'
import { keptSecret } from '~/server/kept-secret'
import { createLog } from '~/server/log'
import { shareStore } from '~/server/open-store'

/** Runs work on this installation's database, beside a running Foyer or without one. Instances that run see the change at once. */
export async function withContext<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result> {
  const env = parseEnvironment({ LOG_LEVEL: 'warn', ...process.env }, keptSecret)
  const store = await shareStore(env)
  try {
    await migrateDatabase(store.url)
    const app = await createApp({ env, databaseUrl: store.url, log: createLog(env, { terminal: false }) })
    try {
      return await work(systemContext(app, 'content'))
    } finally {
      await app.close()
    }
  } finally {
    await store.stop()
  }
}
