import compression from 'compression'
import express from 'express'
import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import { bodyGuard } from './body-guard'
import { rateLimit } from './api/rate-limit'
import type { App } from './context'
import { healthRoutes } from './health'
import { toProblem } from './http-errors'
import { landingTouches } from './landing-touches'
import { originCheck } from './origin-check'
import { ownHost } from './own-host'
import type { Pages } from './pages'
import { requestMarks } from './request-marks'
import { securityHeaders } from './security-headers'
import { DomainError } from '~/domain/errors'

export interface WebParts {
  app: App
  /** Serves `/api/v1`. */
  api: RequestHandler
  pages: Pick<Pages, 'files' | 'routes'>
  accepting: () => boolean
}

/**
 * The whole HTTP side. The order matters: marks, headers, guard, API, health, files, pages, errors. The API comes before
 * what only pages need: it takes events by the thousand.
 */
export function createWeb({ app, api, pages, accepting }: WebParts): Express {
  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', app.env.proxies)
  web.use(requestMarks(app))
  web.use(securityHeaders(app.env))
  web.use(originCheck(app.env))
  web.use('/api/v1', api)
  web.use('/api', notFound)
  web.use(healthRoutes({ app, accepting }))
  web.use(ownHost(app.env))
  web.use(compression())
  web.use(pages.files)
  web.use(bodyGuard)
  web.use(onlyWrites(rateLimit(app, PAGE_WRITES)))
  web.use(landingTouches(app))
  web.use(pages.routes)
  web.use(answerError(app))
  return web
}

/** Forms that a person sends from pages: beginning trials, asking, saving drafts. */
const PAGE_WRITES = {
  visitor: { points: 120, seconds: 60 },
  network: { points: 1_200, seconds: 60 },
}

const onlyWrites =
  (handler: RequestHandler): RequestHandler =>
  (req, res, next) =>
    req.method === 'GET' || req.method === 'HEAD' ? next() : handler(req, res, next)

const notFound: RequestHandler = (_req, _res, next) =>
  next(new DomainError('not-found', 'There is no such endpoint.'))

/** The last word on an error that no route answered: problem+json, and a log line when nobody foresaw it. */
function answerError(app: Pick<App, 'log'>): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const { requestId } = res.locals
    const { status, headers, body } = toProblem(error, requestId)
    if (status >= 500) app.log.error({ err: error, requestId, method: req.method }, 'A request failed')
    if (res.headersSent) return void res.destroy()
    res.status(status).set(headers).type('application/problem+json').send(JSON.stringify(body))
  }
}
