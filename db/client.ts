import { drizzle } from 'drizzle-orm/postgres-js'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as account from './schema/account'
import * as api from './schema/api'
import * as ask from './schema/ask'
import * as auth from './schema/auth'
import * as contact from './schema/contact'
import * as content from './schema/content'
import * as cost from './schema/cost'
import * as conversion from './schema/conversion'
import * as feed from './schema/feed'
import * as care from './schema/maintenance'
import * as mail from './schema/mail'
import * as saved from './schema/saved-query'
import * as stageTarget from './schema/stage-target'
import * as touch from './schema/touch'
import * as trial from './schema/trial'

const schema = {
  ...{ ...account, ...api, ...ask, ...auth, ...care, ...contact },
  ...{ ...content, ...conversion, ...cost, ...feed, ...mail, ...saved, ...stageTarget, ...touch, ...trial },
}

/** Drizzle over the schema. A transaction has the same type as far as queries are concerned. */
export type Database = PostgresJsDatabase<typeof schema>

/** Anything queries can run on: the database or an open transaction. */
export type Executor = Database | Parameters<Parameters<Database['transaction']>[0]>[0]

export type Sql = postgres.Sql

export interface DatabaseHandle {
  db: Database
  /** A few connections for pages that read many rows: the server cancels statements that take too long. */
  reports: Database
  /** A separate client for raw statements and LISTEN, since drizzle changes the parsers of the one it is given. */
  sql: Sql
  close(): Promise<void>
}

/**
 * Seconds before a lost connection is reopened, after `failures` in a row of the whole pool. Short, because a restart
 * under load fails many attempts at once, and requests that wait for a connection must not wait much longer.
 */
export function reconnectPause(failures: number): number {
  return Math.min(0.02 * 2 ** failures, 0.5) * (0.5 + Math.random() / 2)
}

/** Most connections for pages that read many rows. */
const MOST_REPORTS = 4

const REPORT_TIMEOUT_MS = 15_000

/**
 * Opens all pools on `url`. Connections are opened at first use and reopened when lost. PostgreSQL knows
 * `longestTransactionMs` from version 17 on, and refuses connections that ask an older one for it.
 */
export function openDatabase(
  url: string,
  options: { max?: number; reportTimeoutMs?: number; longestTransactionMs?: number | undefined } = {},
): DatabaseHandle {
  const max = options.max ?? 10
  const shared = {
    onnotice: () => {},
    connect_timeout: 10,
    backoff: reconnectPause,
    connection: {
      application_name: 'foyer',
      ...(options.longestTransactionMs && { transaction_timeout: options.longestTransactionMs }),
    },
  }
  const forDrizzle = postgres(url, { ...shared, max })
  const sql = postgres(url, { ...shared, max: Math.max(2, Math.ceil(max / 2)) })
  const forReports = postgres(url, {
    ...shared,
    max: Math.min(max, MOST_REPORTS),
    connection: {
      ...shared.connection,
      statement_timeout: options.reportTimeoutMs ?? REPORT_TIMEOUT_MS,
      default_transaction_read_only: true,
    },
  })
  return {
    db: drizzle(forDrizzle, { schema }),
    reports: drizzle(forReports, { schema }),
    sql,
    close: async () => {
      await Promise.all([forDrizzle, forReports, sql].map((pool) => pool.end({ timeout: 5 })))
    },
  }
}
