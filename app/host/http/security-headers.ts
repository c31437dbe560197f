import { randomBytes } from 'node:crypto'
import helmet from 'helmet'
import type { HelmetOptions } from 'helmet'
import type { Environment } from '~/platform/environment'
import { pathOf } from './plain-http'
import type { PlainHandler, PlainResponse } from './plain-http'

declare global {
  // Express's own way to type what middlewares hand on.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Locals {
      /** What inline scripts and styles of this page must carry. Of pages alone. */
      nonce: string
    }
  }
}

const nonceOf = (res: unknown): string => `'nonce-${(res as PlainResponse).locals.nonce}'`

/**
 * Helmet's headers. The Content-Security-Policy of pages runs our own scripts and styles alone: by origin, or inline with
 * the nonce of this response. Development lets Vite inject its styles; nothing else differs. Answers of the API are data:
 * in them nothing runs at all.
 */
export function securityHeaders(env: Pick<Environment, 'mode' | 'secure'>): PlainHandler {
  const ofPages = helmet({ ...common(env), contentSecurityPolicy: pagePolicy(env) })
  const ofApi = helmet({ ...common(env), ...OF_DATA })
  return (req, res, next) => {
    if (pathOf(req).startsWith('/api/')) return ofApi(req, res, next)
    res.locals.nonce = randomBytes(16).toString('base64url')
    ofPages(req, res, next)
  }
}

/** Of answers that no browser shows: without what speaks of documents alone. */
const OF_DATA = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} satisfies HelmetOptions

const common = (env: Pick<Environment, 'secure'>) =>
  ({
    strictTransportSecurity: env.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // On plain http browsers ignore it, with an error in the console.
    crossOriginOpenerPolicy: env.secure ? { policy: 'same-origin' } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  }) satisfies HelmetOptions

function pagePolicy(env: Pick<Environment, 'mode'>): HelmetOptions['contentSecurityPolicy'] {
  const development = env.mode === 'development'
  return {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'", (_req, res) => nonceOf(res)],
      'style-src': development ? ["'self'", "'unsafe-inline'"] : ["'self'", (_req, res) => nonceOf(res)],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': development ? ["'self'", 'ws:'] : ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  }
}
