import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#db/embedded'
import { stopWithParent } from '#db/embedded/guardian'
import { migrateDatabase } from '#db/migrate'
import { importContent } from '~/features/studio/folder/import-content.server'
import { createApp } from '~/host/app'
import type { ClosableApp } from '~/host/app'
import { systemContext } from '~/platform/context/context'
import { parseEnvironment } from '~/platform/environment'
import { createLog } from '~/platform/log'

/** A temporary embedded database with content that ships. */
export interface BenchStore {
  url: string
  app: ClosableApp
  directory: string
  databasePid(): number
  remove(): Promise<void>
}

/** Durable, as in production: PostgreSQL's safety settings are on. `folders`: what is published of what ships. */
export async function openBenchStore(
  secret: string,
  say: (line: string) => void,
  folders: readonly string[] = ['demos'],
): Promise<BenchStore> {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
  // Root's server runs as another user, who must be able to enter.
  await chmod(directory, 0o755)
  say('Starting a database of its own')
  const database = await startEmbedded({ directory: join(directory, 'postgres') })
  const guardian = stopWithParent(database.pid(), [directory])
  await migrateDatabase(database.url)
  const env = parseEnvironment({ NODE_ENV: 'production', LOG_LEVEL: 'warn' }, () => secret)
  const app = await createApp({
    env,
    databaseUrl: database.url,
    log: createLog(env, { terminal: false }),
  })
  say(`Publishing what ships: ${folders.join(', ')}`)
  for (const folder of folders) {
    await cp(join('content', folder), join(directory, 'content', folder), { recursive: true })
  }
  await importContent({
    ctx: systemContext(app, 'bench'),
    input: { directory: join(directory, 'content') },
  })
  return {
    url: database.url,
    app,
    directory,
    databasePid: () => database.pid(),
    remove: async () => {
      await app.close()
      await database.remove()
      guardian.dismiss()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
