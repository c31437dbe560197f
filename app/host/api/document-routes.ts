import { Router } from 'express'
import type { App } from '~/platform/context/context'
import { endpoint, otherMethods } from './endpoint'
import { openApiDocument } from './openapi/document'

/** Serves the OpenAPI document. */
export function documentRoutes(app: App): Router {
  const routes = Router()
  const document = openApiDocument()
  routes
    .route('/openapi.json')
    .get(
      endpoint(app, async ({ res }) => {
        res.setHeader('Cache-Control', 'no-cache')
        res.json(document)
      }),
    )
    .all(otherMethods('GET'))
  return routes
}
