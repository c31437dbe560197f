import { Router } from 'express'
import { createApi } from '~/host/api/api'
import { createApp } from '~/host/app'
import { parseEnvironment } from '~/platform/environment'
import { listen } from '~/host/http/listen'
import { createLog } from '~/platform/log'
import { createWeb } from '~/host/http/web'

// Runs as a process: everything that Foyer serves except its pages, on a migrated database, until it is told to stop.
const env = parseEnvironment(process.env, () => {
  throw new Error('FOYER_SECRET is needed')
})
const log = createLog(env, { terminal: false })
const listener = await listen(env.host, env.port)
const app = await createApp({ env, databaseUrl: env.databaseUrl ?? '', log, collectors: env.collectors })
const pages = { files: Router(), routes: Router() }
listener.serve(createWeb({ app, api: createApi(app), pages, accepting: () => true }))
process.send?.({ port: listener.port })
process.once('SIGTERM', () => {
  void listener
    .drain(5_000)
    .then(() => app.close())
    .then(() => process.exit(0))
})
