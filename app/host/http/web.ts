import compression from 'compression'
import express from 'express'
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express'
import type { RequestListener } from 'node:http'
import { boardFiles } from './board-files'
import { bodyGuard } from './body-guard'
import { drainBody } from './drain-body'
import { rateLimit } from '../api/rate-limit'
import type { App } from '~/platform/context/context'
import { edgeGate } from './edge-gate'
import { framing } from './framing'
import { keepPages } from './reading/keep-pages'
import { createQuickPages } from './reading/quick-pages'
import { siteFiles } from './reading/site-files'
import { localAddresses } from './reading/local-address'
import { healthRoutes } from './health'
import { liveTrials } from './live-trials'
import { PROBLEM_TYPE, toProblem } from '~/platform/http/http-errors'
import { recordLandings } from './record-landings'
import { answerWith, inTurn, pathOf } from './plain-http'
import { mediaFiles } from './media-files'
import { nameVisitors } from './name-visitors'
import { originCheck } from './origin-check'
import { ownHost } from './own-host'
import { pageMethods } from './page-methods'
import type { Pages } from './pages'
import { keepPrivate } from './private-pages'
import { requestMarks } from './request-marks'
import { securityHeaders } from './security-headers'
import { DomainError } from '~/domain/errors'
import { paths } from '~/paths'

export interface WebParts {
  app: App
  /** Serves `/api/v1`. */
  api: { ahead: RequestHandler; rest: RequestHandler }
  pages: Pick<Pages, 'files' | 'routes' | 'reading'>
  accepting: () => boolean
}

/**
 * The complete HTTP stack. The order matters: marks, pages that were just sent, headers, gate, reading pages that are kept, guard, events, then
 * Express's application with everything else. Events and kept pages are so quick that the overhead of its application
 * would exceed the cost of answering them.
 */
export function createWeb(parts: WebParts): RequestListener {
  const { app, api, pages } = parts
  const site = createSite(parts)
  const quick = createQuickPages(app)
  const first = inTurn(
    requestMarks(app),
    quick.handler,
    securityHeaders(app.env),
    edgeGate(app.env),
    keepPrivate,
  )
  const reading = inTurn(framing(app), recordLandings(app), localAddresses(app), keepPages(app, pages, quick))
  const ahead = express.Router()
  ahead.use(originCheck(app.env))
  ahead.use('/api/v1', api.ahead)
  ahead.use((req, res) => site(req, res))
  ahead.use(answerError(app))
  return (req, res) => {
    drainBody(req, res)
    const plain = Object.assign(res, { locals: Object.create(null) as Express.Locals })
    // The handlers in `ahead` are typed for plain Node requests, where Express's router expects its own. The last one
    // handles every error, so nothing passes through.
    const rest = () => ahead(req as Request, plain as unknown as Response, () => void res.destroy())
    first(req, plain, () => (pathOf(req).startsWith('/api/') ? rest() : reading(req, plain, rest)))
  }
}

/** Everything except events: the rest of the API, health, files, pages, errors. */
function createSite({ app, api, pages, accepting }: WebParts): Express {
  const site = express()
  site.disable('x-powered-by')
  site.set('trust proxy', app.env.proxies)
  site.use('/api/v1', api.rest)
  site.use('/api', notFound)
  site.use(healthRoutes({ app, accepting }))
  site.use(ownHost(app.env))
  site.use(compression())
  site.use(pageMethods)
  site.get(paths.liveTrials(), liveTrials(app))
  site.use(pages.files)
  site.use(siteFiles(app))
  site.use(mediaFiles(app))
  site.use(boardFiles(app))
  site.use(bodyGuard(app))
  site.use(onlyWrites(rateLimit(app, PAGE_WRITES)))
  site.use(nameVisitors(app))
  site.use(pages.routes)
  site.use(answerError(app))
  return site
}

/** The limit for forms sent from pages: starting trials, asking, saving drafts. */
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

/** Handles errors that no route answered: problem+json, and a log line for unexpected ones. */
function answerError(app: Pick<App, 'log'>): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const { requestId } = res.locals
    const { status, headers, body } = toProblem(error, requestId)
    if (status >= 500) app.log.error({ err: error, requestId, method: req.method }, 'A request failed')
    if (res.headersSent) return void res.destroy()
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
    answerWith(res, status, PROBLEM_TYPE, JSON.stringify(body))
  }
}
