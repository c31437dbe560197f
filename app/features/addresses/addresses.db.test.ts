import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { findClaim } from '#db/queries/contacts'
import { findTrial } from '#db/queries/trials'
import { lockUnmatched } from '#db/queries/unmatched-conversions'
import { conversion } from '#db/schema/conversion'
import { mail } from '#db/schema/mail'
import { insertPastTrial } from '#tests/support/past-trial'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { secretsSentTo, verifyByLink } from '#tests/support/verify-address'
import { eraseVisitor } from '~/features/collect/visitor-rights/erase-visitor.server'
import { exportVisitor } from '~/features/collect/visitor-rights/export-visitor.server'
import { listConversions } from '~/features/conversions/list/list-conversions.server'
import { matchConversion } from '~/features/conversions/reports/match-conversion.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { recordReport } from '~/features/conversions/reports/record-report.server'
import type { Context } from '~/platform/context/context'
import { emailHash } from '~/platform/addresses/email-hash'
import { MOST_A_DAY } from '~/platform/mail/mail-allowance'
import { confirmAddress } from './confirm-address.server'
import { readConfirmLink } from './read-confirm-link.server'
import { MOST_CODES, enterCode } from './enter-code.server'
import { listMyAddresses } from './list-my-addresses.server'
import { sendAgain } from './send-again.server'

const EMAIL = 'ann@alder.example'
const ORDER = 'order-4711'
const DAY_MS = 86_400_000

async function type(ctx: Context, email = EMAIL): Promise<void> {
  const contact = { name: 'Ann', email, company: 'Alder' }
  await recordConversion({ ctx, input: { id: uuidv7(), goal: 'quote', contact } })
}

/** A system tells a purchase of an address. */
const tell = ({ app, clock }: TestApp, externalId = ORDER, email = EMAIL) =>
  app.db.transaction((tx) =>
    recordReport(
      tx,
      { goal: 'purchase', externalId, emailHash: emailHash(email) },
      { source: 'api', reportedBy: 'CRM', now: clock.at },
    ),
  )

const seenBy = async (ctx: Context): Promise<string> => JSON.stringify(await exportVisitor({ ctx }))

/** Whose a purchase is now, and whether for good. */
async function holderOf({ app }: TestApp, externalId = ORDER) {
  const rows = await app.db.select().from(conversion)
  const kept = rows.find((one) => one.externalId === externalId)
  return kept ? { visitorId: kept.visitorId, unverified: kept.unverified, trialId: kept.trialId } : null
}

const idOf = (ctx: Context): string => ctx.visitor?.id ?? ''

test('a stranger who types an address is shown nothing of it, and takes nothing away by erasing', async () => {
  await using test = await createTestApp()
  const { id } = await tell(test)
  const stranger = test.as()
  await type(stranger)
  expect(await holderOf(test)).toMatchObject({ visitorId: idOf(stranger), unverified: true })
  expect(await seenBy(stranger)).not.toContain(ORDER)
  await eraseVisitor({ ctx: stranger })
  expect(await holderOf(test)).toBeNull()
  expect(await lockUnmatched(test.app.db, id)).toMatchObject({
    externalId: ORDER,
    emailHash: emailHash(EMAIL),
  })
})

test('who verifies an address takes what somebody else had by typing it, and is shown it', async () => {
  await using test = await createTestApp()
  const [stranger, owner] = [test.as(), test.as()]
  await type(stranger)
  await tell(test)
  expect(await holderOf(test)).toMatchObject({ visitorId: idOf(stranger), unverified: true })
  await type(owner)
  expect(await holderOf(test), 'typed by two it is nobody’s').toBeNull()
  await verifyByLink(owner, EMAIL)
  expect(await holderOf(test)).toMatchObject({ visitorId: idOf(owner), unverified: false })
  expect(await seenBy(owner)).toContain(ORDER)
  await tell(test, 'order-2')
  expect(await holderOf(test, 'order-2')).toMatchObject({ visitorId: idOf(owner), unverified: false })
})

test('the first who verifies an address keeps it, whoever types or verifies it later', async () => {
  await using test = await createTestApp()
  const [first, second] = [test.as(), test.as()]
  for (const ctx of [first, second]) {
    await type(ctx)
    await verifyByLink(ctx, EMAIL)
    test.clock.at = new Date(test.clock.at.getTime() + 1_000)
  }
  await tell(test)
  expect(await holderOf(test)).toMatchObject({ visitorId: idOf(first), unverified: false })
  expect(await seenBy(second)).not.toContain(ORDER)
  await eraseVisitor({ ctx: second })
  expect(await holderOf(test)).toMatchObject({ visitorId: idOf(first) })
})

test('a link verifies the browser that opens it, and nobody by being read', async () => {
  await using test = await createTestApp()
  const [stranger, owner] = [test.as(), test.as()]
  await type(stranger)
  await tell(test)
  const { link } = await secretsSentTo(test.app.db, EMAIL)
  await readConfirmLink({ ctx: owner, input: { link } })
  expect((await findClaim(test.app.db, emailHash(EMAIL))).owner).toBeNull()
  await confirmAddress({ ctx: owner, input: { link } })
  expect((await findClaim(test.app.db, emailHash(EMAIL))).owner).toBe(idOf(owner))
  expect(await listMyAddresses({ ctx: stranger })).toMatchObject([{ verified: false }])
  const again = confirmAddress({ ctx: stranger, input: { link } })
  await expect(again, 'a link serves once').rejects.toMatchObject({ code: 'not-found' })
  expect(await seenBy(stranger)).not.toContain(ORDER)
})

test('the code verifies the browser in which the address was typed, once, also after the link was used', async () => {
  await using test = await createTestApp()
  const [laptop, phone, other] = [test.as(), test.as(), test.as()]
  await type(laptop)
  const { link, code } = await secretsSentTo(test.app.db, EMAIL)
  await confirmAddress({ ctx: phone, input: { link } })
  await type(other, 'other@alder.example')
  const elsewhere = enterCode({ ctx: other, input: { code } })
  await expect(elsewhere).rejects.toMatchObject({ details: { reason: 'wrong-code' } })
  await enterCode({ ctx: laptop, input: { code: ` ${code.slice(0, 4)} ${code.slice(4)} ` } })
  expect(await listMyAddresses({ ctx: laptop })).toMatchObject([{ email: EMAIL, verified: true }])
  const again = enterCode({ ctx: laptop, input: { code } })
  await expect(again).rejects.toMatchObject({ details: { reason: 'no-check' } })
})

test('after five wrong codes the right one is refused', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  await type(ctx)
  const { code } = await secretsSentTo(test.app.db, EMAIL)
  const wrong = code === '00000000' ? '00000001' : '00000000'
  const tries = Array.from({ length: MOST_CODES }, () => enterCode({ ctx, input: { code: wrong } }))
  for (const result of await Promise.allSettled(tries)) expect(result.status).toBe('rejected')
  await expect(enterCode({ ctx, input: { code } })).rejects.toMatchObject({ details: { reason: 'no-check' } })
  expect(await listMyAddresses({ ctx })).toMatchObject([{ verified: false, awaitsCode: false }])
})

test('a link and a code end after a day', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  await type(ctx)
  const { link, code } = await secretsSentTo(test.app.db, EMAIL)
  test.clock.at = new Date(test.clock.at.getTime() + DAY_MS)
  await expect(confirmAddress({ ctx, input: { link } })).rejects.toMatchObject({ code: 'not-found' })
  await expect(enterCode({ ctx, input: { code } })).rejects.toMatchObject({ code: 'invalid-input' })
})

test('links and codes stand in no table but the message itself', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  await type(ctx)
  const { link, code } = await secretsSentTo(test.app.db, EMAIL)
  const checks = JSON.stringify(await test.app.sql`select * from address_check`)
  for (const secret of [link, code]) {
    expect(checks).not.toContain(secret)
    expect(await seenBy(ctx)).not.toContain(secret)
  }
})

test('nobody is mailed at will, be it after an erasure', async () => {
  await using test = await createTestApp()
  const client = { address: '203.0.113.9', userAgent: '', namesLanguage: true }
  for (let each = 0; each < MOST_A_DAY.address + 3; each += 1) {
    const ctx = { ...test.as(), client }
    await type(ctx)
    await eraseVisitor({ ctx })
    await type({ ...test.as(), client })
  }
  // Those of erased visitors are gone; whoever asked after the fifth message got none.
  expect((await test.app.db.select().from(mail)).length).toBeLessThanOrEqual(MOST_A_DAY.address)
  const one = { ...test.as(), client }
  for (let each = 0; each < MOST_A_DAY.visitor + 3; each += 1) await type(one, `ann${each}@birch.example`)
  const byOne = (await test.app.db.select().from(mail)).filter(({ visitorId }) => visitorId === idOf(one))
  expect(byOne).toHaveLength(MOST_A_DAY.visitor)
  for (let each = 0; each < MOST_A_DAY.network; each += 1) {
    await type({ ...test.as(), client }, `bo${each}@birch.example`)
  }
  expect((await test.app.db.select().from(mail)).length).toBeLessThanOrEqual(MOST_A_DAY.network)
  await expect(sendAgain({ ctx: one, input: { email: 'ann1@birch.example' } })).rejects.toMatchObject({
    code: 'rate-limited',
  })
  const another = sendAgain({ ctx: one, input: { email: 'bo1@birch.example' } })
  await expect(another).rejects.toMatchObject({ code: 'not-found' })
})

test('a message to an address holds nothing that was typed beside it', async () => {
  await using test = await createTestApp()
  const contact = { name: 'Buy pills', email: EMAIL, company: 'https://spam.example', message: 'Click here' }
  await recordConversion({ ctx: test.as(), input: { id: uuidv7(), goal: 'quote', contact } })
  const [sent] = await test.app.db.select().from(mail)
  for (const word of [contact.name, contact.company, contact.message]) {
    expect(`${sent?.subject}${sent?.text}${sent?.html}`).not.toContain(word)
  }
})

test('an address typed by two is listed for a person, whose choice nobody takes back', async () => {
  await using test = await createTestApp()
  const [one, other] = [await insertPastTrial(test), await insertPastTrial(test)]
  await type(test.as(one.visitorId))
  await tell(test, 'early')
  await type(test.as(other.visitorId))
  const late = await tell(test, 'late')
  expect(late.matchedBy).toBeNull()
  const growth = asStaff(test, 'growth')
  const listed = await listConversions({ ctx: growth, input: { filter: 'ambiguous' } })
  expect(listed.counts.ambiguous).toBe(2)
  expect(listed.conversions.map(({ externalId }) => externalId).sort()).toEqual(['early', 'late'])
  for (const { claims } of listed.conversions) {
    expect(claims.map(({ trialId }) => trialId).sort()).toEqual([one.id, other.id].sort())
  }
  for (const { id } of listed.conversions) {
    await matchConversion({ ctx: growth, input: { id, trial: other.id } })
  }
  await verifyByLink(test.as(one.visitorId), EMAIL)
  for (const name of ['early', 'late']) {
    expect(await holderOf(test, name)).toEqual({
      ...{ visitorId: other.visitorId, trialId: other.id, unverified: false },
    })
  }
  const settled = await listConversions({ ctx: growth, input: { filter: 'ambiguous' } })
  expect(settled.conversions).toEqual([])
})

test('what is known of a visitor for certain is not moved by an address that somebody typed', async () => {
  await using test = await createTestApp()
  const trial = await insertPastTrial(test)
  await type(test.as())
  const reporter = { source: 'api' as const, reportedBy: 'CRM', now: test.clock.at }
  const report = { goal: 'purchase' as const, externalId: ORDER, trial: trial.id }
  await test.app.db.transaction((tx) => recordReport(tx, report, reporter))
  await tell(test)
  expect(await holderOf(test)).toMatchObject({ visitorId: trial.visitorId, unverified: false })
})

test('an address that was corrected is no longer found by the old one', async () => {
  await using test = await createTestApp()
  await type(test.as())
  const { id } = await tell(test)
  await tell(test, ORDER, 'bo@alder.example')
  expect(await holderOf(test)).toBeNull()
  expect(await lockUnmatched(test.app.db, id)).toMatchObject({ emailHash: emailHash('bo@alder.example') })
})

test('an address that somebody else typed before tells nothing against who verifies it', async () => {
  await using test = await createTestApp()
  await type(test.as())
  const trial = await insertPastTrial(test)
  const owner = test.as(trial.visitorId)
  await type(owner)
  expect((await findTrial(test.app.db, trial))?.signals).toMatchObject([{ name: 'repeated-address' }])
  await verifyByLink(owner, EMAIL)
  expect((await findTrial(test.app.db, trial))?.signals).toEqual([])
})

test('a browser that came by a link is shown no contact of another one, and erases none', async () => {
  await using test = await createTestApp()
  const first = test.as()
  await type(first)
  const guest = { ...first, visitor: { id: idOf(first), browserId: uuidv7(), persistent: true } }
  expect(await seenBy(guest)).not.toContain(EMAIL)
  expect(await seenBy(guest)).not.toContain(emailHash(EMAIL))
  expect(await listMyAddresses({ ctx: guest })).toEqual([])
  await expect(eraseVisitor({ ctx: guest })).rejects.toMatchObject({ code: 'forbidden' })
  await verifyByLink(guest, EMAIL)
  expect(await seenBy(guest)).toContain(EMAIL)
  expect((await eraseVisitor({ ctx: guest }))?.counts).toMatchObject({ asks: 1 })
})
