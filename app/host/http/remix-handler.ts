import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { App } from '~/platform/context/context'
import '~/platform/context/load-context'
import { isLocalCaller } from './local-caller'

/**
 * Passes a request to Remix with the context for its loaders and actions. In development `build` is called for every
 * request.
 */
export function remixHandler(app: App, build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const handle = createRequestHandler({
    build,
    mode: app.env.mode,
    getLoadContext: (req, res) => ({
      app,
      address: req.ip ?? '',
      local: isLocalCaller(req),
      requestId: res.locals.requestId,
      nonce: res.locals.nonce,
      locale: res.locals.locale,
    }),
  })
  return (req, res, next) => void handle(req, res, next)
}
