import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Logger } from 'pino'
import type { Database } from '#db/client'
import { authCredential, authRateLimit, authSession, authUser, authVerification } from '#db/schema/auth'
import type { Environment } from '../environment'

/**
 * Set by our server on every request, so that no client can choose its own rate limit. The value has the form of an
 * address, because sign-in stores it with its limits, but is only the day's name of the network.
 */
export const CLIENT_IP_HEADER = 'x-foyer-client-ip'

const PASSWORD_LENGTH = { min: 12, max: 128 } as const

const WEEK_SECONDS = 7 * 24 * 3600

/** The base URL of sign-in. Only our verbs call its endpoints, never a browser. */
export const authBaseUrl = (env: Pick<Environment, 'origin'>): string => env.origin ?? 'http://127.0.0.1'

/**
 * Sign-in for staff: email and password, no sign-up. Sessions are in the database, so that ending one takes effect at
 * once.
 */
export function createAuth(options: {
  db: Database
  env: Pick<Environment, 'origin' | 'secret' | 'secure'>
  log: Logger
}) {
  const { db, env, log } = options
  return betterAuth({
    baseURL: authBaseUrl(env),
    basePath: '/api/auth',
    secret: env.secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: authUser,
        session: authSession,
        account: authCredential,
        verification: authVerification,
        rateLimit: authRateLimit,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: { additionalFields: { roles: { type: 'string[]', required: true, input: false } } },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null } }) } },
    },
    // No cookie cache: it would keep a revoked session valid until it expires.
    session: { expiresIn: WEEK_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 60,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 5 },
      },
    },
    advanced: {
      cookiePrefix: 'foyer',
      useSecureCookies: env.secure,
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
    },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ part: 'auth' }, message),
    },
    telemetry: { enabled: false },
  })
}

export type Auth = ReturnType<typeof createAuth>
