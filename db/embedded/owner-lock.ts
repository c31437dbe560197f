import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { EmbeddedDatabaseError } from './error'

/**
 * Held by the one process that runs the server of a data directory; the kernel releases it however that process ends.
 */
const OWNER_LOCK = 7_210_000
const OWNER_NAME = 'foyer owner'
const PATIENCE_MS = 3_000

export interface OwnerLock {
  release(): Promise<void>
}

/**
 * Takes the ownership lock in a session of its own and calls `onLost` once when that session ends by itself, which
 * also reveals the end of the server.
 */
export async function takeOwnerLock(url: string, onLost: () => void): Promise<OwnerLock> {
  let watching = false
  const sql = postgres(url, {
    max: 1,
    max_lifetime: 0,
    idle_timeout: 0,
    onnotice: () => {},
    connection: { application_name: `${OWNER_NAME} ${process.pid}` },
    onclose: () => {
      if (!watching) return
      watching = false
      void sql.end({ timeout: 0 })
      onLost()
    },
  })
  try {
    await acquire(sql)
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw error
  }
  watching = true
  return {
    release: async () => {
      watching = false
      await sql.end({ timeout: 1 })
    },
  }
}

/** Retries for a moment: the session of an owner that was just killed may take a while to end. */
async function acquire(sql: postgres.Sql): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const rows = await sql`select pg_try_advisory_lock(${OWNER_LOCK}) as held`
    if (rows[0]?.held === true) return
    if (Date.now() > deadline) throw await alreadyOwned(sql)
    await delay(100)
  }
}

async function alreadyOwned(sql: postgres.Sql): Promise<EmbeddedDatabaseError> {
  const rows = await sql<{ name: string }[]>`
    select application_name as name from pg_stat_activity
    where application_name like ${`${OWNER_NAME} %`} and pid <> pg_backend_pid() limit 1`
  const pid = rows[0]?.name.slice(OWNER_NAME.length + 1) ?? 'unknown'
  return new EmbeddedDatabaseError(
    `Another Foyer (process ${pid}) already runs on this database directory: stop it first, or set DATABASE_URL.`,
  )
}
