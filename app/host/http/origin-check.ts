import { DomainError } from '~/domain/errors'
import type { Environment } from '~/platform/environment'
import { pathOf, protocolOf } from './plain-http'
import type { PlainHandler } from './plain-http'

const READS = ['GET', 'HEAD', 'OPTIONS']

const ONE_CLICK = /^\/unsubscribe\/[\w-]+$/

export interface OriginFacts {
  method: string
  path: string
  /** The Host header. */
  host: string | undefined
  /** The scheme of our own pages: what the reverse proxy says when one is trusted, else that of the socket. */
  protocol: string
  origin: string | undefined
  fetchSite: string | undefined
  hasCookies: boolean
}

/**
 * Whether a request may write. Browsers send its source (Sec-Fetch-Site, or Origin on plain http): only our own pages
 * may. Clients other than browsers send neither a source nor cookies: they may use the API, and mail programs may end a
 * series of messages by the token that is in its address.
 */
export function mayWrite(facts: OriginFacts, ownOrigin: string | null): boolean {
  if (READS.includes(facts.method)) return true
  if (facts.fetchSite !== undefined) return facts.fetchSite === 'same-origin'
  if (facts.origin !== undefined) return facts.origin === (ownOrigin ?? `${facts.protocol}://${facts.host}`)
  return (facts.path.startsWith('/api/') || ONE_CLICK.test(facts.path)) && !facts.hasCookies
}

/** Refuses writes from other origins with `forbidden`, before their body is read. */
export function originCheck(env: Pick<Environment, 'origin' | 'proxies'>): PlainHandler {
  return (req, _res, next) => {
    const facts: OriginFacts = {
      method: req.method ?? 'GET',
      path: pathOf(req),
      host: req.headers.host,
      protocol: protocolOf(req, env.proxies),
      origin: req.headers.origin,
      fetchSite: req.headers['sec-fetch-site']?.toString(),
      hasCookies: req.headers.cookie !== undefined,
    }
    next(
      mayWrite(facts, env.origin)
        ? undefined
        : new DomainError('forbidden', 'This request came from another site.'),
    )
  }
}
