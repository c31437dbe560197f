import { expect, test } from 'vitest'
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import type { Sql } from '#db/client'
import { deleteNamesBefore } from '#db/feed/names-page'
import { accountMember, account as accountTable } from '#db/schema/account'
import { feedbackWork } from '#db/schema/feedback-work'
import { helpSearch } from '#db/schema/help-search'
import { messageEvent } from '#db/schema/message-event'
import { pageView } from '#db/schema/page-view'
import { splitExposure } from '#db/schema/split'
import { touch } from '#db/schema/touch'
import { unmatchedConversion } from '#db/schema/conversion'
import { VISITOR_DATA_KINDS, VISITOR_DATA_TABLES } from '#db/queries/visitor-data'
import { insertApiKey } from '#db/queries/api-keys'
import { publishDemo } from '#tests/support/publish-demo'
import { insertSplitRow } from '#tests/support/insert-split'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { secretsSentTo } from '#tests/support/verify-address'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { Context } from '~/platform/context/context'
import { emailHash } from '~/platform/addresses/email-hash'
import { signReceipt } from '~/platform/visitor/erasure-receipt'
import { enterCode } from '~/features/addresses/enter-code.server'
import { acceptReports } from '~/features/conversions/reports/accept-reports.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { withdrawConversion } from '~/features/conversions/reports/withdraw-conversion.server'
import { readReceipt } from '~/features/me/read-receipt.server'
import { acceptEvents } from '../events/accept-events.server'
import { eraseVisitor } from './erase-visitor.server'
import { exportVisitor } from './export-visitor.server'
import { trialNote } from '#db/schema/trial-note'
import { recordRemark } from '../remarks/record-remark.server'
import { makeResumeLink } from '../trials/make-resume-link.server'
import { rateTrial } from '../trials/rate-trial.server'
import { startTrial } from '../trials/start-trial.server'

const EMAIL = 'Ann.Lee@alder-mill.example'
const NAME = 'Ann Lee of Alder Mill'
const EXTERNAL = 'crm-deal-of-ann-4711'

/** Where the ids of an erased visitor stay for a day, so that every copy deletes its rows. */
const NAMES_TABLE = 'changed'
const NAMES = [`${NAMES_TABLE}.visitor_id`, `${NAMES_TABLE}.id`]

interface Column {
  table: string
  column: string
}

/** Every column of every table of ours, as the database knows them; partitions are read through their parent. */
const columnsOf = async (sql: Sql): Promise<Column[]> => sql<Column[]>`
  select c.table_name as "table", c.column_name as "column"
  from information_schema.columns c
  join pg_class on relname = c.table_name and relnamespace = 'public'::regnamespace
  where c.table_schema = 'public' and relkind in ('r', 'p') and not relispartition`

/** Where a text stands in the database, as `table.column`. */
async function findEverywhere(sql: Sql, text: string): Promise<string[]> {
  const found: string[] = []
  for (const { table, column } of await columnsOf(sql)) {
    const rows = await sql`
      select 1 from ${sql(table)} where ${sql(column)}::text ilike ${`%${text}%`} limit 1`
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

const tablesWith = async (sql: Sql, name: string): Promise<string[]> =>
  (await columnsOf(sql)).filter(({ column }) => column === name).map(({ table }) => table)

/** A visitor of whom every table holds something, by the verbs where there is one; and every word that is theirs. */
async function planted(test: TestApp, ctx: Context, email = EMAIL): Promise<string[]> {
  const { db } = test.app
  const visitorId = ctx.visitor?.id ?? ''
  const demo = { demo: 'request-approval', plan: 'free' }
  const landing = { source: 'google', medium: 'cpc', campaign: `spring-${visitorId}` }
  const trial = await startTrial({ ctx, input: { ...demo, touch: landing } })
  const again = await startTrial({ ctx, input: { ...demo, restartedFrom: trial.id } })
  const event = { seq: 1, at: 1_000, type: 'NEW_REQUEST', activeMs: 500 }
  await acceptEvents({ ctx, input: { trial: trial.id, events: [event] } })
  await rateTrial({ ctx, input: { trial: trial.id, stars: 4, comment: `${NAME} liked it` } })
  const { token } = await makeResumeLink({ ctx, input: { trial: trial.id } })
  const contact = { name: NAME, email, company: 'Alder Mill', message: 'Call me' }
  const own = uuidv7()
  await recordConversion({ ctx, input: { id: own, goal: 'quote', contact } })
  const { code } = await secretsSentTo(db, email)
  await enterCode({ ctx, input: { code } })
  const told = await tell(test, visitorId, email)
  await withdrawConversion({
    ctx: asStaff(test, 'growth'),
    input: { id: told, reason: `${NAME} changed her mind` },
  })
  // What no verb leaves behind, yet a row may hold.
  const waiting = uuidv7()
  const awaited = { id: waiting, goal: 'purchase' as const, sought: ['email' as const] }
  await db.insert(unmatchedConversion).values({ ...awaited, emailHash: emailHash(email) })
  await db.insert(touch).values({ visitorId, id: uuidv7(), at: test.clock.at, channel: 'paid' })
  const splitId = await insertSplitRow(db)
  await db.insert(splitExposure).values({ visitorId, splitId, side: 'control', at: test.clock.at })
  const company = { id: uuidv7(), name: 'A company', createdAt: test.clock.at, createdBy: 'Lin' }
  await db.insert(accountTable).values(company)
  const member = { visitorId, accountId: company.id, joinedBy: 'hand' as const, joinedAt: test.clock.at }
  await db.insert(accountMember).values(member)
  const remark = { kind: 'wrong' as const, text: `${NAME} is lost`, state: trial.lastState, seq: 0, at: 500 }
  const remarkId = uuidv4()
  await recordRemark({ ctx, input: { ...remark, trial: trial.id, id: remarkId } })
  await plantViews(db, visitorId, test.clock.at)
  await db.insert(feedbackWork).values({
    ...{ visitorId, id: remarkId, kind: 'remark' as const, state: 'seen' as const },
    ...{ changedAt: test.clock.at, version: 1 },
  })
  const noteId = uuidv7()
  await db.insert(trialNote).values({
    ...{ visitorId, id: noteId, trialId: trial.id, text: `${NAME} was stuck here` },
    ...{ authorName: 'Lin', at: test.clock.at },
  })
  const hashes = [emailHash(email), await resumeHashOf(test.app.sql, trial.id)]
  return [
    visitorId,
    trial.id,
    again.id,
    own,
    told,
    waiting,
    token,
    NAME,
    email,
    EXTERNAL,
    remarkId,
    noteId,
    ...hashes,
  ]
}

async function plantViews(db: TestApp['app']['db'], visitorId: string, at: Date): Promise<void> {
  const row = { visitorId, at }
  await db.insert(pageView).values({ ...row, id: uuidv7(), route: 'pricing' })
  await db.insert(messageEvent).values({ ...row, id: uuidv7(), message: 'fair', fate: 'shown' })
  const search = { query: `who is ${NAME.toLowerCase()}`, locale: 'en' as const, hits: 0 }
  await db.insert(helpSearch).values({ ...row, id: uuidv7(), ...search })
}

/** A purchase that another system tells of, in an answer kept under its Idempotency-Key. */
async function tell(test: TestApp, visitor: string, email: string): Promise<string> {
  const id = uuidv7()
  const key = { id, name: 'CRM', prefix: 'foyer_', hash: id, createdAt: test.clock.at, createdBy: 'Lin' }
  await insertApiKey(test.app.db, { ...key, scopes: ['conversions:write'] })
  const actor = { kind: 'key' as const, id, name: 'CRM', scopes: ['conversions:write' as const] }
  const report = { goal: 'purchase', externalId: EXTERNAL, visitor, emailHash: emailHash(email) }
  const ctx = test.as(null, { actor })
  const { body } = await acceptReports({ ctx, input: { body: [report], idempotencyKey: `once-${id}` } })
  return (body as { results: { id: string }[] }).results[0]?.id ?? ''
}

async function resumeHashOf(sql: Sql, trialId: string): Promise<string> {
  const rows = await sql<{ hash: string }[]>`select resume_hash as hash from trial where id = ${trialId}`
  return rows[0]?.hash ?? ''
}

test('after an erasure no table holds anything of the visitor, and all of it of everybody else', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { sql } = test.app
  const ctx = test.as()
  const words = await planted(test, ctx)
  for (const table of await tablesWith(sql, 'visitor_id')) {
    expect(await findEverywhere(sql, ctx.visitor?.id ?? ''), table).toContain(`${table}.visitor_id`)
  }
  const bystander = test.as()
  await startTrial({ ctx: bystander, input: { demo: 'request-approval', plan: 'free' } })

  const receipt = await eraseVisitor({ ctx })

  for (const word of words)
    expect(
      (await findEverywhere(sql, word)).filter((place) => !NAMES.includes(place)),
      word,
    ).toEqual([])
  await deleteNamesBefore(sql, new Date(Date.now() + 60_000))
  for (const word of words) expect(await findEverywhere(sql, word), word).toEqual([])
  expect((await exportVisitor({ ctx: bystander })).trials).toHaveLength(1)
  expect(receipt?.counts).toEqual({
    ...{ visitor: 1, trials: 2, events: 1, ratings: 1, conversions: 2, asks: 1, addressChecks: 1, mails: 1 },
    ...{ touches: receipt?.counts.touches, exposures: 1, contacts: 1, memberships: 1, awaiting: 1 },
    ...{ remarks: 1, pageViews: 1, messageEvents: 1, helpSearches: 1, feedbackWork: 1, notes: 1 },
  })
  expect(receipt?.counts.touches).toBeGreaterThan(0)
})

test('a table that holds a visitor’s rows or their address is one that erasing and exporting know', async () => {
  await using test = await createTestApp()
  const holding = [
    ...(await tablesWith(test.app.sql, 'visitor_id')),
    ...(await tablesWith(test.app.sql, 'email_hash')),
  ]
  expect([...VISITOR_DATA_TABLES, NAMES_TABLE].sort()).toEqual([...new Set(holding)].sort())
  const held = await exportVisitor({ ctx: test.as() })
  expect(Object.keys(held).sort()).toEqual(
    ['exportedAt', ...VISITOR_DATA_KINDS.filter((kind) => kind !== 'events')].sort(),
  )
})

test('an export holds every word that the tables hold, but for the hashes that guard links', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const words = await planted(test, ctx)
  const text = JSON.stringify(await exportVisitor({ ctx }))
  const guards = [words[6], words.at(-1)]
  for (const word of words.filter((one) => !guards.includes(one))) expect(text).toContain(word)
})

test('the receipt tells nothing of anybody, can be read again, and knows when it was changed', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const words = await planted(test, ctx)
  const receipt = await eraseVisitor({ ctx })
  const read = await readReceipt({ ctx: test.as(null), input: { id: receipt?.id ?? '' } })
  expect(read).toEqual(receipt)
  for (const word of words) expect(JSON.stringify(read)).not.toContain(word)
  const { secret } = test.app.env
  expect(signReceipt(read, secret)).toBe(read.signature)
  const counts = { ...read.counts, trials: 9 }
  expect(signReceipt({ ...read, counts }, secret)).not.toBe(read.signature)
  const unknown = readReceipt({ ctx: test.as(null), input: { id: uuidv7() } })
  await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
})

test('what was done by people of the company stays in the audit, without whom it was done to', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  await planted(test, ctx)
  await eraseVisitor({ ctx })
  const rows = await test.app.sql`
    select actor_name, subject_id, data from audit_entry where action = 'conversion.withdraw'`
  expect(rows).toMatchObject([{ actor_name: 'growth', subject_id: '', data: { erased: true } }])
})

test('an answer kept for a request sent twice still says what became of it, and no longer whose it was', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  await planted(test, ctx)
  await eraseVisitor({ ctx })
  const rows = await test.app.sql<{ body: unknown }[]>`select body from idempotent_answer`
  expect(rows.map(({ body }) => body)).toMatchObject([
    { results: [{ index: 0, id: null, externalId: null, state: 'recorded', matchedBy: 'visitor' }] },
  ])
})

test('of a conversion that was withdrawn before its visitor was known nothing is left either', async () => {
  await using test = await createTestApp()
  const told = await tell(test, uuidv7(), EMAIL)
  const reason = `${NAME} changed her mind`
  await withdrawConversion({ ctx: asStaff(test, 'growth'), input: { id: told, reason } })
  const ctx = test.as()
  const contact = { name: NAME, email: EMAIL, company: 'Alder Mill' }
  await recordConversion({ ctx, input: { id: uuidv7(), goal: 'quote', contact } })
  await enterCode({ ctx, input: { code: (await secretsSentTo(test.app.db, EMAIL)).code } })
  expect((await eraseVisitor({ ctx }))?.counts).toMatchObject({ awaiting: 1 })
  for (const word of [told, NAME, EXTERNAL]) {
    expect(await findEverywhere(test.app.sql, word), word).toEqual([])
  }
})
