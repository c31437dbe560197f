import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listAuditEntries } from '#db/queries/audit'
import { insertPerson } from '#db/queries/people'
import { conversion } from '#db/schema/conversion'
import { mail } from '#db/schema/mail'
import { insertPastTrial } from '#tests/support/past-trial'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { verifyByLink } from '#tests/support/verify-address'
import { eraseVisitor } from '~/features/collect/visitor-rights/erase-visitor.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import type { Context } from '~/platform/context/context'
import { askPerson } from '~/features/talk/ask-person.server'
import { MOST_A_DAY, MOST_NOTICES_AN_HOUR } from '~/platform/mail/mail-allowance'
import { changeAsk } from './change-ask.server'
import { countNewAsks } from './count-new-asks.server'
import { listAsks } from './list-asks.server'
import { readAsk } from './read-ask.server'

const CONTACT = { name: 'Ann Lee', email: 'ann@alder.example', company: 'Alder', message: 'Call me' }

/** With settings that name somebody for asks. */
const named = (ctx: Context): Context => ({
  ...ctx,
  content: {
    ...ctx.content,
    published: async () =>
      ({ body: { name: 'Ledgerline', locales: ['es'], asks: { notify: 'lin@foyer.example' } } }) as never,
  },
})

async function askFor(ctx: Context, more: { trial?: string } = {}): Promise<string> {
  const id = uuidv7()
  await recordConversion({ ctx, input: { id, goal: 'quote', contact: CONTACT, plan: 'premium', ...more } })
  return id
}

/** A person of the company who is there, and the context in which they act. */
async function person(test: TestApp, name: string): Promise<Context> {
  const made = { name, email: `${name}@foyer.example`, roles: ['growth' as const], passwordHash: 'x' }
  const id = await insertPerson(test.app.db, { ...made, at: test.clock.at })
  return test.as(null, { actor: { kind: 'staff', id, ...made } })
}

const idOf = (ctx: Context): string => (ctx.actor.kind === 'staff' ? ctx.actor.id : '')

test('an ask is listed with its words, and its record names what was tried', async () => {
  await using test = await createTestApp()
  const trial = await insertPastTrial(test)
  const visitor = test.as(trial.visitorId)
  const id = await askFor(visitor, { trial: trial.id })
  const ctx = asStaff(test, 'growth')
  expect(await listAsks({ ctx, input: {} })).toMatchObject({
    filter: 'new',
    asks: [{ id, kind: 'quote', name: 'Ann Lee', company: 'Alder', plan: 'premium', state: 'new' }],
    counts: { new: 1, answered: 0, mine: 0, all: 1, simulated: 0 },
  })
  const read = await readAsk({ ctx, input: { id } })
  expect(read).toMatchObject({ ask: { ...CONTACT, trialId: trial.id }, isVerified: false })
  expect(read.tried).toMatchObject([{ id: trial.id, demo: 'd' }])
  await verifyByLink(visitor, CONTACT.email)
  expect((await readAsk({ ctx, input: { id } })).isVerified).toBe(true)
})

test('an ask is assigned, noted and answered, each told in the audit without its words', async () => {
  await using test = await createTestApp()
  const id = await askFor(test.as())
  const [ada, bea] = [await person(test, 'Ada'), await person(test, 'Bea')]
  await changeAsk({ ctx: ada, input: { id, version: 1, assignedTo: idOf(bea) } })
  expect((await listAsks({ ctx: bea, input: { filter: 'mine' } })).asks).toMatchObject([{ assignee: 'Bea' }])
  await changeAsk({ ctx: bea, input: { id, version: 2, note: 'Called Ann on Monday' } })
  await changeAsk({ ctx: bea, input: { id, version: 3, state: 'answered' } })
  expect(await countNewAsks({ ctx: bea })).toBe(0)
  expect((await readAsk({ ctx: ada, input: { id } })).ask).toMatchObject({
    ...{ state: 'answered', answeredBy: 'Bea', answeredAt: test.clock.at, note: 'Called Ann on Monday' },
  })
  const entries = await listAuditEntries(test.app.db, { subject: { kind: 'ask', id }, limit: 9 })
  expect(entries.map(({ action }) => action).sort()).toEqual(['ask.answered', 'ask.assign', 'ask.note'])
  expect(JSON.stringify(entries)).not.toContain('Monday')
})

test('of two people who change one ask at the same time the second is told', async () => {
  await using test = await createTestApp()
  const id = await askFor(test.as())
  const ctx = asStaff(test, 'growth')
  const both = ['one', 'two'].map((note) => changeAsk({ ctx, input: { id, version: 1, note } }))
  const results = await Promise.allSettled(both)
  const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  expect(refused).toMatchObject([{ code: 'conflict' }])
})

test('who may neither read nor answer asks does not, and nobody is assigned who may not answer', async () => {
  await using test = await createTestApp()
  const id = await askFor(test.as())
  for (const ctx of [asStaff(test, 'operator'), asStaff(test, 'publisher')]) {
    await expect(listAsks({ ctx, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readAsk({ ctx, input: { id } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(changeAsk({ ctx, input: { id, version: 1 } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(countNewAsks({ ctx })).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(listAsks({ ctx: test.as(), input: {} })).rejects.toMatchObject({ code: 'unauthenticated' })
  const stranger = { id, version: 1, assignedTo: 'nobody' }
  const giving = changeAsk({ ctx: asStaff(test, 'growth'), input: stranger })
  await expect(giving).rejects.toMatchObject({ code: 'not-found' })
})

test('the one who is named in the settings is told of an ask by mail, and of a simulated one nobody is', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  const id = await askFor(named(ctx))
  const told = (await test.app.db.select().from(mail)).filter(({ kind }) => kind === 'new-ask')
  expect(told).toMatchObject([{ to: 'lin@foyer.example', locale: 'es', state: 'waiting' }])
  expect(told[0]?.text).toContain(`/team/asks/${id}`)
  await eraseVisitor({ ctx })
  expect(await test.app.db.select().from(mail)).toEqual([])
  const robot = await insertPastTrial(test)
  await test.app.sql`update trial set flags = '{simulated}' where id = ${robot.id}`
  await askFor(named(test.as(robot.visitorId)))
  expect(await test.app.db.select().from(mail)).toEqual([])
  const growth = asStaff(test, 'growth')
  expect((await listAsks({ ctx: growth, input: {} })).counts).toMatchObject({ new: 0, all: 0, simulated: 1 })
})

test('a flood of asks sends some messages an hour and one that says there are more, and all are in the inbox', async () => {
  await using test = await createTestApp()
  const asks = MOST_NOTICES_AN_HOUR + 5
  for (let each = 0; each < asks; each += 1) await askFor(named(test.as()))
  const told = async () => (await test.app.db.select().from(mail)).filter(({ kind }) => kind === 'new-ask')
  expect(await told()).toHaveLength(MOST_NOTICES_AN_HOUR + 1)
  expect((await told()).at(-1)?.text).toMatch(/\/team\n/)
  test.clock.at = new Date(test.clock.at.getTime() + 60 * 60 * 1000)
  await askFor(named(test.as()))
  expect(await told()).toHaveLength(MOST_NOTICES_AN_HOUR + 2)
  const { counts } = await listAsks({ ctx: asStaff(test, 'growth'), input: {} })
  expect(counts.new).toBe(asks + 1)
})

test('a question and a call are asks and no conversions, and sending one twice is the same as once', async () => {
  await using test = await createTestApp()
  const trial = await insertPastTrial(test)
  const foreign = await insertPastTrial(test)
  const ctx = test.as(trial.visitorId)
  for (const kind of ['question', 'call'] as const) {
    const input = { id: uuidv7(), kind, contact: CONTACT, trial: foreign.id }
    const fates = [await askPerson({ ctx, input }), await askPerson({ ctx, input })]
    expect(fates).toEqual(['waits', null])
  }
  const goals = (await test.app.db.select().from(conversion)).filter(({ source }) => source === 'browser')
  expect(goals).toEqual([])
  const { asks } = await listAsks({ ctx: asStaff(test, 'growth'), input: {} })
  expect(asks.map(({ kind }) => kind).sort()).toEqual(['call', 'question'])
  for (const { id } of asks) {
    const read = await readAsk({ ctx: asStaff(test, 'growth'), input: { id } })
    expect([read.ask.trialId, read.tried.map((one) => one.id)]).toEqual([trial.id, [trial.id]])
  }
})

test('it is said what became of the message to an address', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  const ask = async (as: Context) =>
    askPerson({ ctx: as, input: { id: uuidv7(), kind: 'question', contact: CONTACT } })
  const sending = {
    ...ctx,
    env: { ...ctx.env, mail: { url: 'smtp://127.0.0.1:1', from: 'a@foyer.example' } },
  }
  expect([await ask(ctx), await ask(sending)]).toEqual(['waits', 'sent'])
  for (let each = 2; each < MOST_A_DAY.visitor; each += 1) await ask(ctx)
  expect(await ask(sending)).toBe('held')
  await verifyByLink(ctx, CONTACT.email)
  expect(await ask(sending)).toBe('verified')
})
