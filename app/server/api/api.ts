import compression from 'compression'
import { Router } from 'express'
import type { ErrorRequestHandler } from 'express'
import { DomainError } from '~/domain/errors'
import type { App } from '../context'
import { conversionRoutes } from './conversion-routes'
import { demoRoutes } from './demo-routes'
import { documentRoutes } from './document-routes'
import { ownConversionRoutes } from './own-conversion-routes'
import { eventRoutes } from './event-routes'
import { GENEROUS, rateLimit } from './rate-limit'
import type { Limits } from './rate-limit'
import { trialRoutes } from './trial-routes'

/**
 * The collecting API, to be mounted at `/api/v1` behind the origin check. Errors go on to the application's own error
 * handler, which answers with problem+json; so does a path that is not known.
 */
export function createApi(app: App, limits: Limits = GENEROUS): Router {
  const api = Router()
  api.use(rateLimit(app, limits))
  api.use(eventRoutes(app))
  api.use(compression())
  api.use(demoRoutes(app))
  api.use(trialRoutes(app))
  api.use(ownConversionRoutes(app))
  api.use(conversionRoutes(app))
  api.use(documentRoutes(app))
  api.use(explainBadPath)
  return api
}

/** Express cannot decode `%E0%A4%A`: such a path names nothing. */
const explainBadPath: ErrorRequestHandler = (error, _req, _res, next) =>
  next(error instanceof URIError ? new DomainError('not-found', 'There is no such endpoint.') : error)
