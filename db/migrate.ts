import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { ISql } from 'postgres'
import type { Sql } from './client'
import { NewerDatabaseError } from './newer-database-error'
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
 * @throws NewerDatabaseError when a newer Foyer has migrated it
 */
export async function migrateDatabase(url: string, now: Date = new Date()): Promise<MigrationResult> {
  return inMigration(url, async (sql, forDrizzle) => {
    const before = await countMigrations(sql)
    if (before > 0) await refuseNewer(sql)
    await migrate(drizzle(forDrizzle), { migrationsFolder: MIGRATIONS_FOLDER })
    const applied = (await countMigrations(sql)) - before
    return { applied, partitions: await ensurePartitions(sql, preparedRange(now)) }
  })
}

/** Applies the first `count` migrations only, as the Foyer that had no more of them did. */
export async function migrateUpTo(url: string, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-migrations-'))
  try {
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true })
    const journal = await readJournal()
    const some = { ...journal, entries: journal.entries.slice(0, count) }
    await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(some))
    await inMigration(url, (_, forDrizzle) => migrate(drizzle(forDrizzle), { migrationsFolder: folder }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The migrations that were applied to a database; 0 for an empty one. */
export async function countMigrations(sql: ISql): Promise<number> {
  const known = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as found`
  if (known[0]?.found !== true) return 0
  const rows = await sql<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`
  return rows[0]?.count ?? 0
}

/** The migrations that this Foyer has. */
export async function countKnownMigrations(): Promise<number> {
  return (await readJournal()).entries.length
}

/** The lock needs a session of its own, since drizzle changes the client it is given. */
async function inMigration<Result>(
  url: string,
  work: (sql: Sql, forDrizzle: Sql) => Promise<Result>,
): Promise<Result> {
  const options = { max: 1, onnotice: () => {}, connect_timeout: 10 }
  const sql = postgres(url, options)
  const forDrizzle = postgres(url, options)
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    return await work(sql, forDrizzle)
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), forDrizzle.end({ timeout: 5 })])
  }
}

async function refuseNewer(sql: Sql): Promise<void> {
  const [row] = await sql<
    { last: string }[]
  >`select max(created_at)::text as last from drizzle.__drizzle_migrations`
  const { entries } = await readJournal()
  if (Number(row?.last) > Math.max(...entries.map(({ when }) => when))) throw new NewerDatabaseError()
}

interface Journal {
  entries: { when: number }[]
}

async function readJournal(): Promise<Journal> {
  return JSON.parse(await readFile(join(MIGRATIONS_FOLDER, 'meta', '_journal.json'), 'utf8'))
}
