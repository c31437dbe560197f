import Negotiator from 'negotiator'
import { readLanding } from '~/domain/trial/landing'
import { recordLanding } from '~/features/collect/touches/record-landing.server'
import { headersOf } from '~/platform/http/request-headers'
import type { App } from '~/platform/context/context'
import { createContext } from '~/platform/context/request-context'
import { VISITOR_COOKIE } from '~/platform/visitor/visitor-cookie'
import { readHost } from './host-name'
import { addressOf, pathOf } from './plain-http'
import type { PlainHandler, PlainRequest } from './plain-http'

/** Paths that do not count as a landing. */
const INSIDE = /^\/(api|studio|boards|account|sign-in|try|me|resume|join)(\/|$)/

/** Records when a known visitor lands on a page from elsewhere. It delays no response; failures are only logged. */
export function recordLandings(app: App): PlainHandler {
  return (req, res, next) => {
    next()
    if (!isLanding(req)) return
    const { requestId, nonce } = res.locals
    record(app, req, { requestId, nonce }).catch((error: unknown) =>
      app.log.warn({ err: error, requestId }, 'A landing could not be recorded'),
    )
  }
}

async function record(
  app: App,
  req: PlainRequest,
  marks: { requestId: string; nonce: string },
): Promise<void> {
  const url = new URL(req.originalUrl ?? '/', 'http://localhost')
  const headers = headersOf(req)
  const ctx = await createContext(app, { url, headers, address: addressOf(req, app.env.proxies), ...marks })
  const touch = readLanding(url.searchParams, headers.get('referer'))
  await recordLanding({ ctx, input: { touch, ownHost: ownHostOf(app, req) } })
}

const ownHostOf = ({ env }: App, req: PlainRequest): string | null =>
  env.origin === null ? (readHost(req.headers.host ?? '')?.name ?? null) : new URL(env.origin).hostname

/** A page view by a browser with our cookie that did not come from one of our own pages. */
function isLanding(req: PlainRequest): boolean {
  if (!req.headers.cookie?.includes(`${VISITOR_COOKIE}=`)) return false
  const isPage = req.method === 'GET' && !INSIDE.test(pathOf(req)) && !req.url?.includes('_data=')
  const { 'sec-fetch-dest': dest = 'document', 'sec-fetch-site': site = 'none' } = req.headers
  const isDocument = dest === 'document' && new Negotiator(req).mediaType(['text/html']) !== undefined
  const isOutside = site !== 'same-origin' && site !== 'same-site'
  return isPage && isDocument && isOutside
}
