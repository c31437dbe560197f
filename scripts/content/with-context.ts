import { migrateDatabase } from '#db/migrate'
import { createApp } from '~/host/app'
import type { Context } from '~/platform/context/context'
import { systemContext } from '~/platform/context/context'
import { parseEnvironment } from '~/platform/environment'
import { keptSecret } from '~/host/start/kept-secret'
import { createLog } from '~/platform/log'
import { shareStore } from '~/host/start/open-store'
import { readEnvFile } from '../read-env-file.mjs'

/**
 * Runs work on this installation's database, whether or not Foyer is running. Running instances see the change at
 * once.
 */
export async function withContext<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result> {
  readEnvFile()
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
