import type { Request, RequestHandler } from 'express'
import { readLanding } from '~/domain/trial/landing'
import { recordLanding } from '~/features/collect/touches/record-landing.server'
import { headersOf } from '~/platform/http/request-headers'
import type { App } from '~/platform/context/context'
import { createContext } from '~/platform/context/request-context'
import { VISITOR_COOKIE } from '~/platform/visitor/visitor-cookie'

/** Paths that do not count as a landing. */
const INSIDE = /^\/(api|studio|boards|account|sign-in|try|me|resume|join)(\/|$)/

/** Records when a known visitor lands on a page from elsewhere. It delays no response; failures are only logged. */
export function recordLandings(app: App): RequestHandler {
  return (req, res, next) => {
    next()
    if (!isLanding(req)) return
    const { requestId, nonce } = res.locals
    record(app, req, { requestId, nonce }).catch((error: unknown) =>
      app.log.warn({ err: error, requestId }, 'A landing could not be recorded'),
    )
  }
}

async function record(app: App, req: Request, marks: { requestId: string; nonce: string }): Promise<void> {
  const url = new URL(req.originalUrl, 'http://localhost')
  const ctx = await createContext(app, { url, headers: headersOf(req), address: req.ip ?? '', ...marks })
  const touch = readLanding(url.searchParams, req.get('referer') ?? null)
  await recordLanding({ ctx, input: { touch, ownHost: req.hostname } })
}

/** A page view by a browser with our cookie that did not come from one of our own pages. */
function isLanding(req: Request): boolean {
  const isPage = req.method === 'GET' && !INSIDE.test(req.path) && !req.query['_data']
  const isDocument = (req.get('sec-fetch-dest') ?? 'document') === 'document' && Boolean(req.accepts('html'))
  const isOutside = !['same-origin', 'same-site'].includes(req.get('sec-fetch-site') ?? 'none')
  return isPage && isDocument && isOutside && Boolean(req.headers.cookie?.includes(`${VISITOR_COOKIE}=`))
}
