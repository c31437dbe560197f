import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import pino from 'pino'
import { expect, test, vi } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { arbitraryTrials } from '#tests/support/arbitrary-trials'
import { trialsOfCopy, trialsOfPostgres } from '#tests/support/copied-trials'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { ColumnsProcess } from '~/host/columns/columns-process'

const TIMEOUT_MS = 120_000
const PATIENCE_MS = 30_000

/** The copy of a database in a real process, with its file in a directory of the test's own. */
async function startColumns(databaseUrl: string, patienceMs = PATIENCE_MS) {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-columns-'))
  const columns = new ColumnsProcess({
    settings: {
      ...{ databaseUrl, file: join(directory, 'copy.duckdb'), memory: '512MB', threads: 2 },
      ...{ longestMs: 60_000, limitMs: PATIENCE_MS, logLevel: 'silent' },
    },
    log: pino({ level: 'silent' }),
    patienceMs,
    onStatus: () => {},
  })
  const contents = async () => {
    await columns.catchUp()
    return trialsOfCopy((await columns.read()).reader)
  }
  const kill = () => {
    try {
      if (columns.pid) process.kill(columns.pid, 'SIGKILL')
    } catch (error) {
      // Gone already, and not yet started again.
      expect(error).toMatchObject({ code: 'ESRCH' })
    }
  }
  const close = async () => {
    await columns.stop()
    await rm(directory, { recursive: true, force: true })
  }
  return { columns, contents, kill, [Symbol.asyncDispose]: close }
}

test(
  'a process that is killed at any moment is started again, and its copy becomes what the database holds',
  { timeout: TIMEOUT_MS },
  async () => {
    await using database = await createTestDatabase()
    await using copy = await startColumns(database.url)
    const moments = fc.sample(fc.integer({ min: 0, max: 2_500 }), { numRuns: tries(15), seed: 5 })
    for (const [turn, ms] of moments.entries()) {
      const [rows = []] = fc.sample(arbitraryTrials(40), { seed: 100 + turn, numRuns: 1 })
      await insertMeasuredTrials(database.db, rows)
      await database.sql`update trial set steps = steps + 1`
      await pause(ms)
      copy.kill()
    }
    expect(await copy.contents()).toEqual(await trialsOfPostgres(database.sql))
  },
)

test(
  'a statement that nobody waits for is interrupted in the process, and one of a dead process is unavailable',
  { timeout: TIMEOUT_MS },
  async () => {
    await using database = await createTestDatabase()
    await using copy = await startColumns(database.url)
    await copy.contents()
    const wait = new AbortController()
    const { reader } = await copy.columns.read({ signal: wait.signal })
    const endless = sql`select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3`
    const asked = [reader.rows(endless), reader.rows(endless), reader.rows(endless)]
    wait.abort(new Error('the page was closed'))
    for (const each of await Promise.allSettled(asked)) expect(each).toMatchObject({ status: 'rejected' })
    const { reader: next } = await copy.columns.read()
    expect(await next.rows(sql`select 1 as one`)).toEqual([{ one: 1 }])

    const lost = next.rows(endless)
    copy.kill()
    await expect(lost).rejects.toMatchObject({ code: 'unavailable' })
    await expect(copy.columns.read()).rejects.toMatchObject({ code: 'unavailable' })
    await vi.waitFor(() => copy.columns.read(), { timeout: 20_000 })
  },
)

test(
  'while a catching up is owed nothing is read from the copy, and as soon as it is done everything is',
  { timeout: TIMEOUT_MS },
  async () => {
    await using database = await createTestDatabase()
    await using copy = await startColumns(database.url, 100)
    await vi.waitFor(() => copy.columns.read(), { timeout: 20_000 })
    const pid = copy.columns.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    await copy.columns.catchUp()
    await expect(copy.columns.read()).rejects.toMatchObject({ code: 'unavailable' })
    process.kill(pid, 'SIGCONT')
    await vi.waitFor(() => copy.columns.read(), { timeout: 20_000 })
  },
)
