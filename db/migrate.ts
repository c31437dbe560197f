import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Sql } from './client'
import { ensurePartitions, preparedRange } from './partitions'
import { projectPath } from './project-path'

/** The folder of migrations, independent of the working directory. */
export const MIGRATIONS_FOLDER = projectPath('db/migrations')

const MIGRATION_LOCK = 7_210_001

export interface MigrationResult {
  /** Migrations that this call applied. */
  applied: number
  /** Partitions that this call made. */
  partitions: string[]
}

/**
 * Migrates the database at `url` to the newest schema and creates the partitions of the next months. Instances that
 * start together wait for each other on an advisory lock.
 */
export async function migrateDatabase(url: string, now: Date = new Date()): Promise<MigrationResult> {
  // The lock needs a session of its own, since drizzle changes the client it is given.
  const options = { max: 1, onnotice: () => {}, connect_timeout: 10 }
  const sql = postgres(url, options)
  const forDrizzle = postgres(url, options)
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    const before = await countApplied(sql)
    await migrate(drizzle(forDrizzle), { migrationsFolder: MIGRATIONS_FOLDER })
    const applied = (await countApplied(sql)) - before
    return { applied, partitions: await ensurePartitions(sql, preparedRange(now)) }
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), forDrizzle.end({ timeout: 5 })])
  }
}

async function countApplied(sql: Sql): Promise<number> {
  const known = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as found`
  if (known[0]?.found !== true) return 0
  const rows = await sql<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`
  return rows[0]?.count ?? 0
}
