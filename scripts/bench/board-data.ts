import { mkdirSync } from 'node:fs'
import { migrateDatabase } from '#db/migrate'
import { importContent } from '~/features/studio/folder/import-content.server'
import { createApp } from '~/host/app'
import { keptSecret } from '~/host/start/kept-secret'
import { shareStore } from '~/host/start/open-store'
import { systemContext, type Context } from '~/platform/context/context'
import { parseEnvironment } from '~/platform/environment'
import { createLog } from '~/platform/log'
import { simulateInBulk } from '../simulate/bulk'

/**
 * Runs work on a database of the bench's own in a directory, whatever the environment says of this installation's. When it has
 * fewer trials than wanted they are simulated once, and stay for the next run.
 */
export async function withBoardData<Result>(
  directory: string,
  { trials, seed, say }: { trials: number; seed: number; say: (line: string) => void },
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  mkdirSync(directory, { recursive: true })
  const env = parseEnvironment({ LOG_LEVEL: 'warn', FOYER_DATA: directory }, keptSecret)
  const store = await shareStore(env)
  try {
    await migrateDatabase(store.url)
    const app = await createApp({ env, databaseUrl: store.url, log: createLog(env, { terminal: false }) })
    try {
      const ctx = systemContext(app, 'bench')
      await fill(ctx, { trials, seed, say })
      return await work(ctx)
    } finally {
      await app.close()
    }
  } finally {
    await store.stop()
  }
}

async function fill(
  ctx: Context,
  { trials, seed, say }: { trials: number; seed: number; say: (line: string) => void },
): Promise<void> {
  const [found] = await ctx.sql<{ trials: number }[]>`select count(*)::int as trials from trial`
  const missing = trials - (found?.trials ?? 0)
  if (missing <= 0) return
  say(`Simulating ${missing} trials`)
  if ((await ctx.content.list('demo')).length === 0)
    await importContent({ ctx, input: { directory: 'content' } })
  await simulateInBulk(ctx, { trials: missing, seed: seed + (found?.trials ?? 0), onProgress: () => {} })
}
