import type { RequestHandler } from 'express'
import type { Environment } from '~/platform/environment'

/**
 * Sets the host that Remix takes as ours: that of FOYER_ORIGIN, for proxies that pass on another, else the Host header.
 * X-Forwarded-Host from a client is ignored.
 */
export function ownHost(env: Pick<Environment, 'origin'>): RequestHandler {
  const host = env.origin === null ? null : new URL(env.origin).host
  return (req, _res, next) => {
    if (host === null) delete req.headers['x-forwarded-host']
    else req.headers['x-forwarded-host'] = host
    next()
  }
}
