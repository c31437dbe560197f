import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { emailField } from '~/domain/email-address'
import type { MediaPlace } from './media/open-store'
import { StartRefusal } from './start-refusal'
import type { CollectBy } from './trials/collector'

/** The settings of this process, read once at start. */
export interface Environment {
  mode: 'production' | 'development' | 'test'
  host: string
  port: number
  /** Null: run the embedded PostgreSQL. */
  databaseUrl: string | null
  secret: string
  /** The only origin that pages are served at, such as `https://try.example.com`; null: whatever host the browser asked for. */
  origin: string | null
  /** Served over https, so cookies are Secure and HSTS is sent. */
  secure: boolean
  /** Reverse proxies in front, whose X-Forwarded-For is believed. */
  proxies: number
  admin: { email: string; password: string | null } | null
  /** Bearer token for /metrics; null: only this machine may read them. */
  metricsToken: string | null
  /** How messages leave; null: they stay in the outbox. */
  mail: { url: string; from: string } | null
  logLevel: string
  /** How many made-up trials fill the boards of a fresh embedded database, so that they show something; 0 for none. */
  simulatedTrials: number
  /** How long one query of a board may take. */
  boardTimeoutMs: number
  /** The process of the columnar copy: DuckDB's limit of memory, such as `1GB`, and its threads. */
  columns: { memory: string; threads: number }
  /** The longest that a transaction of this process may take, where the server can bound it. */
  longestTransactionMs: number
  /** Threads that verify and write the events of trials, beside the one that answers requests. */
  collectors: number
  /** How events are committed; null: as the tables ask for. */
  collectBy: CollectBy | null
  /** Whether messages to other systems may go to this machine and to private networks. */
  privateWebhooks: boolean
  /** Whether the engine takes its shortcuts; without them CEL and XState alone decide. */
  fastEngine: boolean
  /** Where the embedded database and generated secrets are kept. */
  dataDirectory: string
  /** Where pictures, drawings and videos are kept. */
  media: MediaPlace
}

/** With more threads the database is the bottleneck. */
const MOST_COLLECTORS = 4

/** The collecting of events needs cores as well. */
const MOST_COLUMNS_THREADS = 4

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const isPostgresUrl = (value: string): boolean =>
  /^postgres(ql)?:\/\/[^/]+\/.+/.test(value) && URL.canParse(value) && !/%(?![0-9a-f]{2})/i.test(value)
const isOrigin = (value: string): boolean =>
  /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value

const isSmtpUrl = (value: string): boolean =>
  /^smtps?:\/\/./.test(value) && URL.canParse(value) && new URL(value).hostname !== ''
const isSender = (value: string): boolean =>
  !/[\r\n]/.test(value) && z.email().safeParse(/^[^<>]*<([^<>]+)>$/.exec(value)?.[1] ?? value).success

const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*?))?\/?$/

const wholeNumber = (from: number, to: number, message: string) =>
  z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((value) => value >= from && value <= to, message)

/** One message per variable: what it must be. It completes a sentence that starts with the variable's name. */
const variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .default('production'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65535, 'must be a whole number from 0 to 65535').default(3000),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'must look like postgres://user:password@host:5432/name')
    .optional(),
  FOYER_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  FOYER_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://try.example.com, without a path')
    .optional(),
  FOYER_PROXIES: wholeNumber(0, 10, 'must be the number of reverse proxies in front, from 0 to 10').default(
    0,
  ),
  FOYER_ADMIN_EMAIL: emailField('must be an e-mail address').optional(),
  FOYER_ADMIN_PASSWORD: z
    .string()
    .min(12, 'must be at least 12 characters long')
    .max(128, 'must be at most 128 characters long')
    .optional(),
  FOYER_METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters long').optional(),
  FOYER_SMTP_URL: z
    .string()
    .refine(isSmtpUrl, 'must look like smtp://user:password@host:587 or smtps://user:password@host:465')
    .optional(),
  FOYER_MAIL_FROM: z
    .string()
    .refine(isSender, 'must be an e-mail address, or a name with one: Foyer <foyer@example.com>')
    .optional(),
  FOYER_SIMULATED_TRIALS: wholeNumber(0, 100_000, 'must be a whole number from 0 to 100000').default(400),
  FOYER_COLLECTORS: wholeNumber(0, 64, 'must be a whole number from 0 to 64').default(() =>
    Math.min(availableParallelism(), MOST_COLLECTORS),
  ),
  FOYER_COLLECT_BY: z.enum(['group', 'visitor'], 'must be group or visitor').optional(),
  FOYER_BOARD_SECONDS: wholeNumber(1, 600, 'must be a whole number from 1 to 600').default(15),
  FOYER_COLUMNS_MEMORY: z
    .string()
    .regex(/^[1-9]\d*(MB|GB)$/, 'must be a size such as 512MB or 2GB')
    .default('1GB'),
  FOYER_COLUMNS_THREADS: wholeNumber(1, 64, 'must be a whole number from 1 to 64').default(() =>
    Math.min(availableParallelism(), MOST_COLUMNS_THREADS),
  ),
  FOYER_TRANSACTION_SECONDS: wholeNumber(10, 3600, 'must be a whole number from 10 to 3600').default(60),
  FOYER_FAST_ENGINE: z.enum(['on', 'off'], 'must be on or off').default('on'),
  FOYER_PRIVATE_WEBHOOKS: z.enum(['on', 'off'], 'must be on or off').default('off'),
  FOYER_DATA: z.string().default('.data'),
  FOYER_MEDIA: z
    .string()
    .refine(
      (value) => !value.startsWith('s3:') || BUCKET.test(value),
      'must be a directory, or look like s3://bucket or s3://bucket/folder',
    )
    .optional(),
  FOYER_BUCKET_ENDPOINT: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://s3.example.com')
    .optional(),
  FOYER_BUCKET_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be a region such as eu-west-1')
    .default('us-east-1'),
  FOYER_BUCKET_KEY: z.string().optional(),
  FOYER_BUCKET_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

/** The names of the variables that `parseEnvironment` reads. */
export const SETTINGS: readonly string[] = Object.keys(variables.shape)

/** The input of `parseEnvironment`, by variable. Empty variables count as not set. */
export type EnvironmentSource = Record<string, string | undefined>

/**
 * Parses the settings; `makeSecret` provides the secret when FOYER_SECRET is not set. Throws a StartRefusal with one
 * sentence per invalid variable. Values are never repeated, as they may be secret.
 */
export function parseEnvironment(
  source: EnvironmentSource,
  makeSecret: (dataDirectory: string) => string,
): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`)
    throw new StartRefusal([...new Set(sentences)].join(' '))
  }
  const env = parsed.data
  refuseHalves(env)
  return {
    mode: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL ?? null,
    secret: env.FOYER_SECRET ?? makeSecret(env.FOYER_DATA),
    origin: env.FOYER_ORIGIN ?? null,
    secure: env.FOYER_ORIGIN?.startsWith('https://') ?? false,
    proxies: env.FOYER_PROXIES,
    admin: env.FOYER_ADMIN_EMAIL
      ? { email: env.FOYER_ADMIN_EMAIL.toLowerCase(), password: env.FOYER_ADMIN_PASSWORD ?? null }
      : null,
    metricsToken: env.FOYER_METRICS_TOKEN ?? null,
    mail: mailOf(env),
    logLevel: env.LOG_LEVEL,
    simulatedTrials: env.FOYER_SIMULATED_TRIALS,
    boardTimeoutMs: env.FOYER_BOARD_SECONDS * 1000,
    columns: { memory: env.FOYER_COLUMNS_MEMORY, threads: env.FOYER_COLUMNS_THREADS },
    longestTransactionMs: env.FOYER_TRANSACTION_SECONDS * 1000,
    collectors: env.FOYER_COLLECTORS,
    collectBy: env.FOYER_COLLECT_BY ?? null,
    privateWebhooks: env.FOYER_PRIVATE_WEBHOOKS === 'on',
    fastEngine: env.FOYER_FAST_ENGINE === 'on',
    dataDirectory: env.FOYER_DATA,
    media: mediaOf(env),
  }
}

type Variables = z.output<typeof variables>

/** Refuses settings that are useless without another one. */
function refuseHalves(env: Variables): void {
  if (env.FOYER_ADMIN_PASSWORD && !env.FOYER_ADMIN_EMAIL) {
    throw new StartRefusal('FOYER_ADMIN_PASSWORD is set without FOYER_ADMIN_EMAIL: set both or neither.')
  }
  if (env.FOYER_SMTP_URL && !env.FOYER_MAIL_FROM) {
    throw new StartRefusal(
      'FOYER_SMTP_URL is set without FOYER_MAIL_FROM: set the address that messages come from.',
    )
  }
}

function mediaOf(env: Variables): MediaPlace {
  const [, bucket, prefix = ''] = BUCKET.exec(env.FOYER_MEDIA ?? '') ?? []
  if (bucket === undefined) return { directory: env.FOYER_MEDIA ?? join(env.FOYER_DATA, 'media') }
  const { FOYER_BUCKET_ENDPOINT: endpoint, FOYER_BUCKET_KEY: accessKey, FOYER_BUCKET_SECRET: secretKey } = env
  if (endpoint && accessKey && secretKey)
    return { s3: { endpoint, region: env.FOYER_BUCKET_REGION, bucket, prefix, accessKey, secretKey } }
  throw new StartRefusal(
    'FOYER_MEDIA names a bucket: set FOYER_BUCKET_ENDPOINT, FOYER_BUCKET_KEY and FOYER_BUCKET_SECRET as well.',
  )
}

function mailOf({ FOYER_SMTP_URL: url, FOYER_MAIL_FROM: from }: Variables): Environment['mail'] {
  return url && from ? { url, from } : null
}
