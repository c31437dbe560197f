import compression from 'compression'
import { Router } from 'express'
import type { App } from '~/platform/context/context'
import { boardRoutes } from './board-routes'
import { conversionRoutes } from './conversion-routes'
import { demoRoutes } from './demo-routes'
import { documentRoutes } from './document-routes'
import { ownConversionRoutes } from './own-conversion-routes'
import { eventRoutes } from './event-routes'
import { GENEROUS, rateLimit } from './rate-limit'
import type { Limits } from './rate-limit'
import { trialRoutes } from './trial-routes'
import { viewRoutes } from './view-routes'

/** The API in two parts, both mounted at `/api/v1` behind the origin check. */
export interface Api {
  /** Runs before the Express application: the rate limits, and the events of trials. */
  ahead: Router
  /** Everything else. */
  rest: Router
}

/**
 * Creates the API. Errors and unknown paths go to the error handler behind it, which answers with problem+json.
 */
export function createApi(app: App, limits: Limits = GENEROUS): Api {
  const ahead = Router()
  ahead.use(rateLimit(app, limits))
  ahead.use(eventRoutes(app))
  return { ahead, rest: restOf(app) }
}

function restOf(app: App): Router {
  const api = Router()
  api.use(compression())
  api.use(demoRoutes(app))
  api.use(trialRoutes(app))
  api.use(ownConversionRoutes(app))
  api.use(viewRoutes(app))
  api.use(conversionRoutes(app))
  api.use(boardRoutes(app))
  api.use(documentRoutes(app))
  return api
}
