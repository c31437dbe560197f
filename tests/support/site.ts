import { STAFF_ROLES } from '~/domain/access/permissions'
import { createPerson } from '~/features/staff/create-person.server'
import { createApi } from '~/host/api/api'
import { createApp } from '~/host/app'
import { systemContext } from '~/platform/context/context'
import { parseEnvironment } from '~/platform/environment'
import { listen } from '~/host/http/listen'
import { createLog } from '~/platform/log'
import { builtPages } from '~/host/http/pages'
import { createWeb } from '~/host/http/web'

// The whole site, pages and API, on a migrated database in a separate process: tests fork it and receive its
// port. It has one member of staff for each role, named after it.
// a person of each role, named by it.
const env = parseEnvironment(process.env, () => '')
const log = createLog(env, { terminal: false })
const listener = await listen('127.0.0.1', 0)
const app = await createApp({ env, databaseUrl: env.databaseUrl ?? '', log })
const ctx = systemContext(app, 'test')
for (const role of STAFF_ROLES) {
  const input = {
    name: role,
    email: `${role}@site.example`,
    password: env.secret.slice(0, 20),
    roles: [role],
  }
  await createPerson({ ctx, input })
}
const pages = await builtPages(app)
listener.serve(createWeb({ app, api: createApi(app), pages, accepting: () => true }))
process.send?.({ port: listener.port })
