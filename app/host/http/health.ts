import { setTimeout as delay } from 'node:timers/promises'
import { Router } from 'express'
import type { Request } from 'express'
import type { App } from '~/platform/context/context'
import { isLocalCaller } from './local-caller'
import { constantTimeEqual } from '~/platform/sign-in/constant-time-equal'

const DATABASE_PATIENCE_MS = 2_000

export interface HealthOptions {
  app: Pick<App, 'sql' | 'metrics' | 'env'>
  /** False while the process drains, so that no new traffic is sent its way. */
  accepting: () => boolean
}

/** /healthz: the process is alive. /readyz: it can serve, database included. /metrics: for Prometheus. */
export function healthRoutes({ app, accepting }: HealthOptions): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  router.get('/readyz', async (_req, res) => {
    const database = await answers(app.sql)
    app.metrics.databaseUp.set(database ? 1 : 0)
    const ready = database && accepting()
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'unavailable', database: database ? 'up' : 'down' })
  })
  router.get('/metrics', (req, res, next) => {
    if (!mayReadMetrics(req, app.env.metricsToken)) return void res.status(403).end()
    const { registry } = app.metrics
    registry.metrics().then((text) => res.type(registry.contentType).send(text), next)
  })
  return router
}

async function answers(sql: App['sql']): Promise<boolean> {
  const late = new AbortController()
  const query = sql`select 1`.then(
    () => true,
    () => false,
  )
  const patience = delay(DATABASE_PATIENCE_MS, false, { signal: late.signal }).catch(() => false)
  return Promise.race([query, patience]).finally(() => late.abort())
}

/** With a token set, only its bearers; otherwise only programs on this machine, not through a proxy. */
function mayReadMetrics(req: Request, token: string | null): boolean {
  return token === null
    ? isLocalCaller(req)
    : constantTimeEqual(req.get('authorization') ?? '', `Bearer ${token}`)
}
