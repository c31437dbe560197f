import { randomUUID } from 'node:crypto'
import { networkName } from '~/platform/http/network-key'
import { CLIENT_IP_HEADER } from '~/platform/sign-in/auth'
import { addressOf } from './plain-http'
import type { PlainHandler, PlainRequest } from './plain-http'
import type { App } from '~/platform/context/context'
import { loggablePath } from '~/platform/http/loggable-path'

declare global {
  // Express types values that middlewares pass on through this namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Locals {
      requestId: string
      /** The name of the network that asks, of this day alone. */
      network: string
      /** Route template for the metrics, when a middleware knows it better than Express. */
      route?: string
    }
  }
}

/**
 * Gives every request an id and the name of its network, regardless of client headers; after the response it writes one
 * log line and one measurement.
 */
export function requestMarks(app: Pick<App, 'log' | 'metrics' | 'env' | 'now'>): PlainHandler {
  const { log, metrics, env } = app
  return (req, res, next) => {
    const started = process.hrtime.bigint()
    const { key, address } = networkName(addressOf(req, env.proxies), app.now(), env.secret)
    res.locals.requestId = randomUUID()
    res.locals.network = key
    req.headers[CLIENT_IP_HEADER] = address
    res.setHeader('X-Request-Id', res.locals.requestId)
    res.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      const route = res.locals.route ?? templateOf(req)
      metrics.httpDuration.observe(
        { method: req.method ?? '', route, status: String(res.statusCode) },
        seconds,
      )
      const level =
        res.statusCode >= 500 ? 'error' : req.method === 'GET' || req.method === 'HEAD' ? 'debug' : 'info'
      if (!log.isLevelEnabled(level)) return
      const { requestId } = res.locals
      log[level](
        {
          requestId,
          method: req.method,
          path: loggablePath(req.originalUrl ?? req.url ?? ''),
          status: res.statusCode,
          ms: Math.round(seconds * 1e3),
        },
        'request',
      )
    })
    next()
  }
}

function templateOf({ baseUrl = '', route }: PlainRequest): string {
  return typeof route?.path === 'string' ? baseUrl + route.path : 'other'
}
