import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryTrials } from '#tests/support/arbitrary-trials'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import type { Database } from '#db/client'
import { account, accountMember } from '#db/schema/account'
import { conversion } from '#db/schema/conversion'
import { rating, trial, visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { readerOver, type ColumnsReader } from '../columns-reader'
import { openColumns } from '../open-columns'
import { accountsAt, conversionsAt, courses, membersAt, stepsAt, trialsAt } from '../views'
import { applyNames } from './apply-names'
import type { ChangedName } from './copied-tables'
import { readCopyState } from './create-copy'
import { COMPACTED_TABLES, compactTable, dropReplacedRows, dropVisitors, overwriteFreed } from './drop-rows'
import { makeFirstCopy } from './make-first-copy'

/** Everything that a view holds, with ids in place of the copy's own numbers, sorted. */
async function contentsOf(reader: ColumnsReader) {
  const ofVisitor = sql`(select id from visitor where number = own.visitor) as visitor`
  const read = async (from: ReturnType<typeof sql>, columns = sql`own.* replace (${ofVisitor})`) => {
    const rows = await reader.rows(
      sql`select to_json(row)::varchar as row from (select ${columns} from ${from} as own) as row`,
    )
    return rows.map((row) => JSON.stringify(row)).sort()
  }
  const trialId = sql`(select distinct id from trial where number = own.trial) as trial`
  const course = sql`
    (select (path, task_ids, done_tasks) from ${courses} where number = own.course) as course`
  return {
    trials: await read(trialsAt(reader), sql`own.* exclude (number) replace (${ofVisitor}, ${course})`),
    steps: await read(stepsAt(reader), sql`own.* replace (${ofVisitor}, ${trialId})`),
    conversions: await read(conversionsAt(reader)),
    accounts: await read(accountsAt(reader)),
    members: await read(membersAt(reader)),
  }
}

async function namesOfAll(db: Database): Promise<ChangedName[]> {
  const trials = await db.select({ visitor: trial.visitorId, id: trial.id }).from(trial)
  const conversions = await db.select({ visitor: conversion.visitorId, id: conversion.id }).from(conversion)
  const members = await db
    .select({ visitor: accountMember.visitorId, id: accountMember.visitorId })
    .from(accountMember)
  const accounts = await db.select({ visitor: account.id, id: account.id }).from(account)
  return [
    ...trials.map((row) => ({ kind: 'trial' as const, ...row })),
    ...conversions.map((row) => ({ kind: 'conversion' as const, ...row })),
    ...members.map((row) => ({ kind: 'member' as const, ...row })),
    ...accounts.map((row) => ({ kind: 'account' as const, ...row })),
  ]
}

/** Continues every third trial, changes the path of some, takes some ratings away, and erases a visitor with everything of theirs. */
async function changeSome(db: Database) {
  const rows = await db.select().from(trial)
  for (const [index, row] of rows.entries()) {
    const own = eq(trial.id, row.id)
    if (index % 3 === 0)
      await db
        .update(trial)
        .set({ path: [...row.path, 'later'], score: 7, tasks: { ship: 5, bill: null } })
        .where(own)
    if (index % 5 === 1)
      await db
        .update(trial)
        .set({ path: ['elsewhere'], flags: ['bot-agent'] })
        .where(own)
    if (index % 7 === 2) await db.delete(rating).where(eq(rating.trialId, row.id))
  }
  const [gone] = rows
  if (gone) await db.delete(visitor).where(eq(visitor.visitorId, gone.visitorId))
}

test('a copy that followed named changes is the copy that a first reading makes, and an older view stays readable', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(30), arbitraryTrials(5), async (rows, more) => {
      await database.db.delete(visitor)
      await database.db.delete(account)
      await insertMeasuredTrials(database.db, rows)
      using followed = await openColumns()
      await makeFirstCopy(followed.connection, database.sql, { watermarkMs: 1_000 })
      const before = await contentsOf(readerOver(followed.connection, 1_000))

      const names = await namesOfAll(database.db)
      await changeSome(database.db)
      await insertMeasuredTrials(database.db, more)
      names.push(...(await namesOfAll(database.db)))
      await applyNames(followed.connection, database.sql, { names, watermarkMs: 2_000 })

      using fresh = await openColumns()
      await makeFirstCopy(fresh.connection, database.sql, { watermarkMs: 2_000 })
      const wanted = await contentsOf(readerOver(fresh.connection, 2_000))
      expect(await contentsOf(readerOver(followed.connection, 2_000))).toEqual(wanted)
      expect(await contentsOf(readerOver(followed.connection, 1_999))).toEqual(before)

      await dropReplacedRows(followed.connection, 2_000)
      for (const table of COMPACTED_TABLES) await compactTable(followed.connection, table)
      await overwriteFreed(followed.connection)
      expect(await contentsOf(readerOver(followed.connection, 2_000))).toEqual(wanted)
      expect(await readCopyState(followed.connection)).toEqual({ watermarkMs: 2_000, complete: true })
    }),
    { numRuns: tries(20) },
  )
}, 120_000)

test('nothing of an erased visitor stays in any version', async () => {
  await using database = await createTestDatabase()
  const [rows] = fc.sample(arbitraryTrials(20), { seed: 4, numRuns: 1 })
  await insertMeasuredTrials(database.db, rows ?? [])
  const names = await namesOfAll(database.db)
  const [first] = names
  using columns = await openColumns()
  await makeFirstCopy(columns.connection, database.sql, { watermarkMs: 1 })
  await applyNames(columns.connection, database.sql, { names, watermarkMs: 2 })

  await dropVisitors(columns.connection, [first?.visitor ?? ''])

  for (const watermark of [1, 2]) {
    const text = JSON.stringify(await contentsOf(readerOver(columns.connection, watermark)))
    expect(text).not.toContain(first?.visitor)
    expect(text).not.toContain(first?.id)
  }
})

test('a file that is no copy has no state', async () => {
  using columns = await openColumns()

  expect(await readCopyState(columns.connection)).toBeNull()
})
