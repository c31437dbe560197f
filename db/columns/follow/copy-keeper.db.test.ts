import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { createTestDatabase } from '#db/testing'
import type { TestDatabase } from '#db/testing'
import { arbitraryTrials } from '#tests/support/arbitrary-trials'
import { trialsOfCopy, trialsOfPostgres } from '#tests/support/copied-trials'
import { TRIES_ALL } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { fillDisk, mountSmallDisk } from '#tests/support/small-disk'
import type { ISql } from 'postgres'
import { readerOver } from '../columns-reader'
import { CopyKeeper } from './copy-keeper'
import type { TidyRhythm } from './copy-follower'
import type { CopyStatus } from './copy-keeper'

interface Home extends AsyncDisposable {
  file: string
}

async function makeHome(): Promise<Home> {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-copy-'))
  return {
    file: join(directory, 'columns', 'copy.duckdb'),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}

/** A keeper that has begun, what it said, and what its copy holds once it has caught up. */
function keep(databaseUrl: string, file: string, rhythm?: TidyRhythm) {
  const notices: string[] = []
  let status: CopyStatus | null = null
  const keeper = new CopyKeeper({
    ...{ databaseUrl, file, longestMs: 60_000, threads: 2, memoryLimit: '512MB', ...(rhythm && { rhythm }) },
    onStatus: (now) => (status = now),
    onNotice: (message, error) => notices.push(error ? `${message}: ${String(error)}` : message),
  })
  keeper.start()
  const contents = async (asOfMs?: number) => {
    await keeper.catchUp()
    const connection = await keeper.columns?.connect()
    if (!connection || !status?.asOfMs) throw new Error('there is no copy')
    return trialsOfCopy(readerOver(connection, asOfMs ?? status.asOfMs))
  }
  return {
    ...{ keeper, notices, contents },
    status: () => status as CopyStatus | null,
    [Symbol.asyncDispose]: () => keeper.stop(),
  }
}

async function insertSome(database: TestDatabase, seed = 7): Promise<void> {
  const [rows = []] = fc.sample(arbitraryTrials(30), { seed, numRuns: 1 })
  await insertMeasuredTrials(database.db, rows)
}

const insertTouch = async (sql: ISql, visitor: string) => {
  await sql`insert into visitor (visitor_id) values (${visitor}) on conflict do nothing`
  await sql`insert into touch (visitor_id, id, at, channel) values (${visitor}, ${uuidv7()}, now(), 'paid')`
}

const MADE = /The copy for boards is made/

test('a copy follows every change, goes on after a stop without being made again, and keeps older views', async () => {
  await using database = await createTestDatabase()
  await using home = await makeHome()
  await insertSome(database)
  const { sql } = database
  const before = await trialsOfPostgres(sql)
  let asOfMs = 0
  {
    await using first = keep(database.url, home.file)
    expect(await first.contents()).toEqual(before)
    asOfMs = first.status()?.asOfMs ?? 0
    await sql`update trial set steps = steps + 1`
    await sql`delete from conversion where goal = 'quote'`
    expect(await first.contents()).toEqual(await trialsOfPostgres(sql))
    expect(await first.contents(asOfMs)).toEqual(before)
    expect(first.notices.filter((notice) => MADE.test(notice))).toHaveLength(1)
  }
  await sql`update trial set steps = steps + 1`
  await using second = keep(database.url, home.file)
  expect(await second.contents()).toEqual(await trialsOfPostgres(sql))
  expect(await second.contents(asOfMs)).toEqual(before)
  expect(second.notices).toEqual([])
})

test('writers at once, some of them slow, leave the copy equal to the database', async () => {
  await using database = await createTestDatabase()
  await using home = await makeHome()
  await insertSome(database)
  const { sql } = database
  await using copy = keep(database.url, home.file)
  await copy.contents()
  const slow = await sql.reserve()
  await slow`begin`
  await slow`update trial set steps = steps + 100 where id = (select id from trial order by id limit 1)`
  for (let turn = 0; turn < 20; turn += 1) {
    await database.db.transaction(() => insertSome(database, 100 + turn))
    await sql`update trial set steps = steps + 1 where id = (select id from trial order by id desc limit 1)`
    if (turn % 5 === 0) expect(await copy.contents()).toEqual(await trialsOfPostgres(sql))
  }
  await slow`commit`
  slow.release()
  expect(await copy.contents()).toEqual(await trialsOfPostgres(sql))
  expect(copy.notices.filter((notice) => !MADE.test(notice))).toEqual([])
})

test('once a visitor is erased nothing of them is in the file, in no version', async () => {
  await using database = await createTestDatabase()
  await using home = await makeHome()
  await insertSome(database)
  const { sql } = database
  const words = 'a comment that nobody else wrote'
  const [trial] = await sql<
    { visitor: string; id: string }[]
  >`select visitor_id as visitor, id from trial limit 1`
  const { visitor, id } = trial!
  await using copy = keep(database.url, home.file)
  await copy.contents()
  for (const stars of [1, 2])
    await sql`
      insert into rating (visitor_id, trial_id, stars, comment) values (${visitor}, ${id}, ${stars}, ${words})
      on conflict (visitor_id, trial_id) do update set stars = excluded.stars, comment = excluded.comment`
  await copy.contents()
  const asOfMs = copy.status()?.asOfMs ?? 0
  const held = async () => {
    const files = [home.file, `${home.file}.wal`].map((file) => readFile(file).catch(() => Buffer.alloc(0)))
    return (await Promise.all(files)).some((bytes) => bytes.includes(words))
  }
  expect(await held()).toBe(true)
  await sql`delete from visitor where visitor_id = ${visitor}`
  await copy.keeper.catchUp()
  expect((await copy.contents(asOfMs)).join()).not.toContain(id)
  expect(await held()).toBe(false)
})

const ALWAYS = { dropMs: 0, compactMs: 0 }

/** The lower half of an id as the file holds it, of a table too large to be written at once. */
const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', '').slice(16), 'hex').reverse()

test('the scheduled writing again of a large file leaves nothing of an erased visitor in any of its bytes', async () => {
  await using database = await createTestDatabase()
  await using home = await makeHome()
  const { sql } = database
  await sql`insert into visitor (visitor_id) select md5(n::text)::uuid from generate_series(1, 130000) as n`
  await sql`
    insert into touch (visitor_id, id, at, channel)
    select visitor_id, md5(visitor_id::text)::uuid, now(), 'paid' from visitor`
  const [gone] = await sql<{ id: string }[]>`select md5('60000')::uuid as id`
  const held = async () => (await readFile(home.file)).includes(bytesOf(gone!.id))
  {
    await using copy = keep(database.url, home.file)
    await copy.keeper.catchUp()
    expect(await held()).toBe(true)
    await sql`delete from visitor where visitor_id = ${gone!.id}`
    await copy.keeper.catchUp()
    expect(await held()).toBe(true)
  }
  await using copy = keep(database.url, home.file, ALWAYS)
  await vi.waitFor(
    async () => {
      await copy.keeper.catchUp()
      expect(await held()).toBe(false)
    },
    { timeout: 60_000 },
  )
}, 120_000)

test.each([
  ['a file of something else', (file: string) => writeFile(file, 'not a copy')],
  ['a file that was cut off', (file: string) => truncate(file, 20_000)],
  ['an empty file', (file: string) => truncate(file, 0)],
])('%s is replaced by a copy', async (_, damage) => {
  await using database = await createTestDatabase()
  await using home = await makeHome()
  await insertSome(database)
  await keep(database.url, home.file)[Symbol.asyncDispose]()
  await using first = keep(database.url, home.file)
  await first.contents()
  await first.keeper.stop()
  await damage(home.file)
  await using second = keep(database.url, home.file)
  expect(await second.contents()).toEqual(await trialsOfPostgres(database.sql))
  expect(second.notices.filter((notice) => MADE.test(notice))).toHaveLength(1)
})

test('a copy of another database, or one whose names were deleted, is made again', async () => {
  await using database = await createTestDatabase()
  await using home = await makeHome()
  const { sql } = database
  await insertSome(database)
  const away = async (meanwhile: () => PromiseLike<unknown>) => {
    await meanwhile()
    await using copy = keep(database.url, home.file)
    expect(await copy.contents()).toEqual(await trialsOfPostgres(sql))
    return copy.notices.filter((notice) => MADE.test(notice)).length
  }
  expect(await away(async () => {})).toBe(1)
  expect(await away(async () => {})).toBe(0)
  expect(await away(() => sql`update change_feed set id = ${uuidv7()}`)).toBe(1)
  await pause(1)
  expect(
    await away(async () => {
      await sql`update trial set steps = 7`
      await sql`delete from changed`
    }),
  ).toBe(1)
  expect(await away(() => sql`truncate rating`)).toBe(1)
})

test('a lost connection is waited out', async () => {
  await using database = await createTestDatabase()
  await using home = await makeHome()
  await insertSome(database)
  const { sql } = database
  await using copy = keep(database.url, home.file)
  await copy.contents()
  await insertTouch(sql, uuidv7())
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'foyer-columns'`
  await sql`update trial set steps = 9`
  expect(await copy.contents()).toEqual(await trialsOfPostgres(sql))
})

test('a full disk is told, and the copy goes on when there is room, without being made again', async ({
  skip,
}) => {
  const disk = await mountSmallDisk(48)
  if (typeof disk === 'string') return skip(disk)
  try {
    await using database = await createTestDatabase()
    await insertSome(database)
    const { sql } = database
    await using copy = keep(database.url, join(disk.path, 'copy.duckdb'))
    await copy.contents()
    const filler = join(disk.path, 'filler')
    fillDisk(filler)
    await vi.waitFor(
      async () => {
        await sql`update trial set steps = steps + 1, flags = array_append(flags, repeat(md5(random()::text), 300))`
        expect(copy.status()?.problem).not.toBeNull()
      },
      { timeout: 60_000, interval: 100 },
    )
    expect(copy.notices.some((notice) => /space/i.test(notice))).toBe(true)
    await sql`update trial set flags = '{}', steps = 3`
    // Longer than the failures after which a copy is made again.
    if (TRIES_ALL) await pause(7_000)
    rmSync(filler)
    expect(await copy.contents()).toEqual(await trialsOfPostgres(sql))
    expect(copy.status()?.problem).toBeNull()
    expect(copy.notices.filter((notice) => MADE.test(notice))).toHaveLength(1)
  } finally {
    disk.unmount()
  }
}, 120_000)

test('two copies follow one database, each by itself', async () => {
  await using database = await createTestDatabase()
  await using home = await makeHome()
  await using other = await makeHome()
  await insertSome(database)
  await using one = keep(database.url, home.file)
  await using two = keep(database.url, other.file)
  expect(await one.contents()).toEqual(await two.contents())
  await database.sql`update trial set steps = steps + 3`
  await database.sql`delete from visitor where visitor_id = (select visitor_id from trial limit 1)`
  const wanted = await trialsOfPostgres(database.sql)
  expect(await one.contents()).toEqual(wanted)
  expect(await two.contents()).toEqual(wanted)
})
