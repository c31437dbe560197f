import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from './embedded'
import { stopWithParent } from './embedded/guardian'
import { listUndistributable, REMEMBER_STATEMENTS } from './testing-statements'
import { createTemplate } from './testing-template'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of a database whose role may create databases on the server. */
    databaseAdminUrl: string
    /** Name of the migrated database that every test file clones. */
    databaseTemplate: string
  }
}

/** Durability is off for speed: a test server is thrown away. */
const THROWAWAY_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_connections=200',
  // Each of thousands of connections would hash the password 4096 times.
  'scram_iterations=1',
]

/**
 * Vitest's global set-up: one PostgreSQL for the whole run, with a migrated template. Uses TEST_DATABASE_URL when
 * given; without it the run fails at its end when a statement would fail where tables are distributed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const template = await createTemplate(server.url)
  project.provide('databaseAdminUrl', server.url)
  project.provide('databaseTemplate', template.name)
  return async () => {
    const problems = server.remembers ? await listUndistributable(server.url, template.url) : []
    await template.drop()
    await server.stop()
    if (problems.length > 0)
      throw new Error(`Statements that fail where tables are distributed:\n${problems.join('\n')}`)
  }
}

interface TestServer {
  url: string
  /** Whether it keeps the statements that it is sent. */
  remembers: boolean
  stop(): Promise<void>
}

async function testServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, remembers: false, stop: async () => {} }
  const directory = await mkdtemp(join(tmpdir(), 'foyer-test-db-'))
  // Root's server runs as another user, who must be able to enter.
  await chmod(directory, 0o755)
  const server = await startEmbedded({ directory, settings: [...THROWAWAY_SETTINGS, ...REMEMBER_STATEMENTS] })
  const guardian = stopWithParent(server.pid(), server.directories)
  await hashPasswordAgain(server.url)
  return {
    url: server.url,
    remembers: true,
    stop: async () => {
      await server.remove()
      guardian.dismiss()
    },
  }
}

/** The password as it is, under the server's present settings for hashing. */
async function hashPasswordAgain(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 })
  const [row] = await sql<{ statement: string }[]>`
    select format('alter role %I password %L', current_user, ${decodeURIComponent(new URL(url).password)}::text) as statement`
  await sql.unsafe(row?.statement ?? '')
  await sql.end()
}
