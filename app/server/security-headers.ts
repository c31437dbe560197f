import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import type { Environment } from './environment'

const nonceOf = (res: unknown): string => `'nonce-${(res as Response).locals.nonce}'`

/**
 * Helmet's headers with a Content-Security-Policy that runs our own scripts and styles alone: by origin, or inline with
 * the nonce of this response. Development lets Vite inject its styles; nothing else differs.
 */
export function securityHeaders(env: Pick<Environment, 'mode' | 'secure'>): RequestHandler {
  const development = env.mode === 'development'
  return helmet({
    contentSecurityPolicy: {
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
    },
    strictTransportSecurity: env.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // On plain http browsers ignore it, with an error in the console.
    crossOriginOpenerPolicy: env.secure ? { policy: 'same-origin' } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  })
}
