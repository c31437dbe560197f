import { randomBytes } from 'node:crypto'
import helmet from 'helmet'
import type { HelmetOptions } from 'helmet'
import { splitLocale } from '~/domain/content/local-path'
import { isReadingPath } from '~/domain/content/reading-path'
import type { Environment } from '~/platform/environment'
import { pathOf } from './plain-http'
import type { PlainHandler, PlainResponse } from './plain-http'

declare global {
  // Express types values that middlewares pass on through this namespace.
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
 * Helmet's headers. The Content-Security-Policy of pages allows only our own scripts and styles: by origin, or inline
 * with the nonce of the response; reading pages have nothing inline, and no nonce. Development also lets Vite inject its
 * styles. API responses are data: nothing may run in them.
 */
export function securityHeaders(env: Pick<Environment, 'mode' | 'secure'>): PlainHandler {
  const ofPages = helmet({
    ...common(env),
    contentSecurityPolicy: pagePolicy(env, [(_req, res) => nonceOf(res)]),
  })
  const ofReading = helmet({ ...common(env), contentSecurityPolicy: pagePolicy(env, []) })
  const ofApi = helmet({ ...common(env), ...OF_DATA })
  return (req, res, next) => {
    const path = pathOf(req)
    if (path.startsWith('/api/')) return ofApi(req, res, next)
    if (isReadingPath(splitLocale(path).rest)) {
      res.locals.nonce = ''
      return ofReading(req, res, next)
    }
    res.locals.nonce = randomBytes(16).toString('base64url')
    ofPages(req, res, next)
  }
}

/** For responses that are not documents: without headers that only concern documents. */
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
    // On plain http browsers ignore it and log an error in the console.
    crossOriginOpenerPolicy: env.secure ? { policy: 'same-origin' } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  }) satisfies HelmetOptions

type Source = string | ((req: unknown, res: unknown) => string)

/** `inline`: what inline scripts and styles must carry. */
function pagePolicy(
  env: Pick<Environment, 'mode'>,
  inline: Source[],
): HelmetOptions['contentSecurityPolicy'] {
  const development = env.mode === 'development'
  return {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'", ...inline],
      'style-src': development ? ["'self'", "'unsafe-inline'"] : ["'self'", ...inline],
      'img-src': ["'self'", 'data:'],
      'media-src': ["'self'"],
      'font-src': ["'self'"],
      'connect-src': development ? ["'self'", 'ws:'] : ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  }
}
