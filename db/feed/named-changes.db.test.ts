import { randomBytes, randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import type { ISql } from 'postgres'
import { openDatabase } from '../client'
import type { Sql } from '../client'
import { readActivity } from './activity'
import { deleteNamesBefore } from './names-page'
import { NamesReader } from './names-reader'

const LONGEST_MS = 60_000

/** A reader that has read what was there, and a way to read once more. */
async function follow(sql: Sql, options: { sinceMs?: number } = {}) {
  const reader = new NamesReader({ longestMs: LONGEST_MS, ...options })
  const read = async () => {
    const activity = await readActivity(sql)
    const result = await sql.begin((tx) => reader.read(tx, activity))
    return {
      ...result,
      names: result.names.map(({ kind, visitor, id }) => `${kind} ${visitor} ${id}`).sort(),
    }
  }
  if (options.sinceMs === undefined) await read()
  return read
}

/** A visitor of whom every named table holds a row; gives the names of these rows, and of the others beside them. */
async function insertEverything(sql: ISql): Promise<{ visitor: string; others: string[]; names: string[] }> {
  const [visitor, trial, conversion, touch] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  const [ask, account, cost] = [uuidv7(), uuidv7(), uuidv7()]
  await sql`insert into visitor (visitor_id) values (${visitor})`
  await sql`
    insert into trial (visitor_id, id, demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, device, last_event_at, last_state)
    values (${visitor}, ${trial}, 'd', ${uuidv7()}, 1, 'free', 'sales', 'en', 's', now(), 'desktop', now(), 'a')`
  await sql`insert into rating (visitor_id, trial_id, stars) values (${visitor}, ${trial}, 4)`
  await sql`insert into conversion (visitor_id, id, goal) values (${visitor}, ${conversion}, 'quote')`
  await sql`insert into touch (visitor_id, id, at, channel) values (${visitor}, ${touch}, now(), 'paid')`
  await sql`
    insert into ask (visitor_id, id, browser_id, kind, name, email, company, message, locale, at)
    values (${visitor}, ${ask}, ${visitor}, 'quote', '', '', '', '', 'en', now())`
  await sql`insert into account (id, name, created_at, created_by) values (${account}, 'a', now(), 'x')`
  await sql`
    insert into account_member (visitor_id, account_id, joined_by, joined_at)
    values (${visitor}, ${account}, 'hand', now())`
  await sql`
    insert into cost (id, channel, first_day, last_day, value, currency, reference, changed_at, changed_by)
    values (${cost}, 'paid', '2026-01-01', '2026-01-31', 1, 'EUR', ${cost}, now(), 'x')`
  const names = [
    ...[`trial ${visitor} ${trial}`, `conversion ${visitor} ${conversion}`, `touch ${visitor} ${touch}`],
    ...[`ask ${visitor} ${ask}`, `member ${visitor} ${visitor}`],
  ].sort()
  return { visitor, others: [`account ${account} ${account}`, `cost ${cost} ${cost}`], names }
}

test('inserted rows of every copied table are named, each once', async () => {
  await using database = await createTestDatabase()
  const read = await follow(database.sql)
  const { others, names } = await insertEverything(database.sql)
  expect((await read()).names).toEqual([...names, ...others].sort())
  expect((await read()).names).toEqual([])
})

test('rows that go with their visitor by cascade are named', async () => {
  await using database = await createTestDatabase()
  const [one, two] = [await insertEverything(database.sql), await insertEverything(database.sql)]
  await insertEverything(database.sql)
  const read = await follow(database.sql)
  await database.sql`delete from visitor where visitor_id in ${database.sql([one.visitor, two.visitor])}`
  expect((await read()).names).toEqual([...one.names, ...two.names].sort())
})

test('statements typed by hand are named, also those that give a row another name', async () => {
  await using database = await createTestDatabase()
  const { visitor, names } = await insertEverything(database.sql)
  const other = await insertEverything(database.sql)
  const read = await follow(database.sql)
  await database.sql.unsafe(`
    update touch set channel = 'email';
    update touch set visitor_id = '${other.visitor}' where visitor_id = '${visitor}'`)
  const touches = [...names, ...other.names].filter((name) => name.startsWith('touch'))
  const moved = touches[0]!.replace(visitor, other.visitor)
  expect((await read()).names).toEqual([...new Set([...touches, moved])].sort())
})

test('a truncation says that everything changed', async () => {
  await using database = await createTestDatabase()
  await insertEverything(database.sql)
  const read = await follow(database.sql)
  await database.sql`truncate visitor cascade`
  expect(await read()).toMatchObject({ isAll: true, isWhole: true, names: [] })
  expect(await read()).toMatchObject({ isAll: false })
})

test('traces are not named', async () => {
  await using database = await createTestDatabase()
  const { names } = await insertEverything(database.sql)
  const [, visitor = '', trial = ''] = names.find((name) => name.startsWith('trial'))!.split(' ')
  const read = await follow(database.sql)
  await database.sql`
    insert into trial_event (visitor_id, trial_id, seq, at_ms, type, active_ms)
    values (${visitor}, ${trial}, 1, 0, 'GO', 0)`
  expect((await read()).names).toEqual([])
})

test('deleting names that were read long ago leaves the feed whole; deleting others does not', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await insertEverything(sql)
  await sql`update changed set at = at - interval '25 hours'`
  const read = await follow(sql)
  const { sinceMs, asOfMs } = await read()
  expect(await deleteNamesBefore(sql, new Date(asOfMs - 24 * 3_600_000))).toBeGreaterThan(5)
  expect(await read()).toMatchObject({ isWhole: true })

  await insertEverything(sql)
  await sql`delete from changed`
  expect(await read()).toMatchObject({ isWhole: false })
  const late = await follow(sql, { sinceMs })
  expect(await late()).toMatchObject({ isWhole: false })
})

test('emptying the table of names is noticed', async () => {
  await using database = await createTestDatabase()
  const read = await follow(database.sql)
  await insertEverything(database.sql)
  await database.sql`truncate changed`
  expect(await read()).toMatchObject({ isWhole: false })
})

test('a role without rights on the names still names what it changes, and reads what others do', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const role = `foyer_${randomUUID().replaceAll('-', '')}`
  const password = randomBytes(12).toString('hex')
  await sql.unsafe(`create role ${role} login password '${password}'`)
  await sql.unsafe(`grant insert, select, update on visitor, trial, touch to ${role}`)
  await sql.unsafe(`grant select on changed, change_feed to ${role}`)
  const url = new URL(database.url)
  Object.assign(url, { username: role, password })
  const weak = postgres(url.href, { max: 2, onnotice: () => {} })
  const long = await sql.reserve()
  const visitor = uuidv7()
  try {
    await weak`insert into visitor (visitor_id) values (${visitor})`
    const read = await follow(weak)
    await long`begin`
    const held = uuidv7()
    await long`insert into touch (visitor_id, id, at, channel) values (${visitor}, ${held}, now(), 'paid')`
    const activity = await readActivity(weak)
    expect(activity.writers).toMatchObject([{ startedMs: null }])
    const own = uuidv7()
    await weak`insert into touch (visitor_id, id, at, channel) values (${visitor}, ${own}, now(), 'paid')`
    expect((await read()).names).toEqual([`touch ${visitor} ${own}`])
    await long`commit`
    expect((await read()).names).toEqual([`touch ${visitor} ${held}`])
  } finally {
    long.release()
    await weak.end()
    await sql.unsafe(`drop owned by ${role}; drop role ${role}`)
  }
})

test('connections have the longest transaction that the server lets them have', async () => {
  await using database = await createTestDatabase()
  const [version] = await database.sql<{ number: number }[]>`
    select current_setting('server_version_num')::int as number`
  if ((version?.number ?? 0) < 170_000) return
  const bounded = openDatabase(database.url, { max: 2, longestTransactionMs: LONGEST_MS })
  const rows = await bounded.sql`show transaction_timeout`
  expect(rows).toEqual([{ transaction_timeout: '1min' }])
  await bounded.close()
})
