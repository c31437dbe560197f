import { Router } from 'express'
import { createApi } from '~/host/api/api'
import { createApp } from '~/host/app'
import { parseEnvironment } from '~/platform/environment'
import { builtPages } from '~/host/http/pages'
import type { Pages } from '~/host/http/pages'
import { listen } from '~/host/http/listen'
import { createLog } from '~/platform/log'
import { createWeb } from '~/host/http/web'

// Runs as a process: everything that Foyer serves, on a migrated database, until it is told to stop. Its argument
// says how pages are served: `kept` or `uncached`; without it none are.
const env = parseEnvironment(process.env, () => {
  throw new Error('FOYER_SECRET is needed')
})
const log = createLog(env, { terminal: false })
const listener = await listen(env.host, env.port)
const app = await createApp({ env, databaseUrl: env.databaseUrl ?? '', log, collectors: env.collectors })
const pages = await openPages(process.argv[2])
listener.serve(createWeb({ app, api: createApi(app), pages, accepting: () => true }))
process.send?.({ port: listener.port })
process.once('SIGTERM', () => {
  void listener
    .drain(5_000)
    .then(() => app.close())
    .then(() => process.exit(0))
})

async function openPages(served: string | undefined): Promise<Pick<Pages, 'files' | 'routes' | 'reading'>> {
  if (served === undefined) return { files: Router(), routes: Router(), reading: null }
  const built = await builtPages(app)
  return served === 'kept' ? built : { ...built, reading: null }
}
