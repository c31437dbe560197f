import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { findMembership } from '#db/queries/account-members'
import { listAuditEntries } from '#db/queries/audit'
import { findTrial } from '#db/queries/trials'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { secretsSentTo, verifyByLink } from '#tests/support/verify-address'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { queryOf } from '~/features/boards/filter/board-query'
import { ruleOnTrial } from '~/features/boards/replay/rule-on-trial.server'
import { listTrials } from '~/features/boards/trials/list-trials.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { confirmAddress } from '~/features/addresses/confirm-address.server'
import type { Context } from '~/platform/context/context'
import { accountTrialsHref } from './account-trials-href'
import { addDomain } from './domains/add-domain.server'
import { changeMembers } from './change-members.server'
import { createAccount } from './create-account.server'
import { joinAccount } from './invitations/join-account.server'
import { listAccounts } from './list-accounts.server'
import { makeInvitation } from './invitations/make-invitation.server'
import { mergeAccounts } from './merging/merge-accounts.server'
import { readAccount } from './read-account.server'
import { readInvitation } from './invitations/read-invitation.server'
import { removeAccount } from './remove-account.server'
import { removeDomain } from './domains/remove-domain.server'
import { revokeInvitation } from './invitations/revoke-invitation.server'
import { splitAccount } from './merging/split-account.server'
import { unmergeAccount } from './merging/unmerge-account.server'

const DAY_MS = 24 * 60 * 60 * 1000

/** A visitor who typed an address. */
async function typist(test: TestApp, email: string): Promise<Context> {
  const ctx = test.as()
  const contact = { name: 'Ann', email, company: 'Alder' }
  await recordConversion({ ctx, input: { id: uuidv7(), goal: 'quote', contact } })
  return ctx
}

/** A visitor who typed an address and verified it. */
async function visitor(test: TestApp, email: string): Promise<Context> {
  const ctx = await typist(test, email)
  await verifyByLink(ctx, email)
  return ctx
}

const accountOf = async (test: TestApp, ctx: Context): Promise<string | null> =>
  (await findMembership(test.app.db, ctx.visitor?.id ?? ''))?.account ?? null

const make = (test: TestApp, name: string, domain = '') =>
  createAccount({ ctx: asStaff(test, 'growth'), input: { name, domain } })

const tokenOf = ({ path }: { path: string }): string => path.split('/').at(-1) ?? ''

/** Until the work is done or waits for a lock. */
async function settledOrBlocked({ app }: TestApp, work: Promise<unknown>): Promise<void> {
  let settled = false
  void work.finally(() => (settled = true))
  const waits = () =>
    app.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while (!settled && (await waits()).length === 0) await new Promise((resolve) => setImmediate(resolve))
}

test('an address of work joins the account of its domain, before and after the domain was added', async () => {
  await using test = await createTestApp()
  const early = await visitor(test, 'Ann@Alder.example')
  expect(await accountOf(test, early)).toBeNull()
  expect(await make(test, 'Alder', 'alder.example')).toMatchObject({ joined: 1 })
  const late = await visitor(test, 'bo@alder.example')
  const other = await visitor(test, 'cy@sub.alder.example')
  expect([await accountOf(test, early), await accountOf(test, late), await accountOf(test, other)]).toEqual([
    'Alder',
    'Alder',
    null,
  ])
})

test('an address that was only typed joins no account, before and after the domain was added', async () => {
  await using test = await createTestApp()
  const early = await typist(test, 'ann@alder.example')
  expect(await make(test, 'Alder', 'alder.example')).toMatchObject({ joined: 0 })
  const late = await typist(test, 'bo@alder.example')
  expect([await accountOf(test, early), await accountOf(test, late)]).toEqual([null, null])
  await verifyByLink(late, 'bo@alder.example')
  expect([await accountOf(test, early), await accountOf(test, late)]).toEqual([null, 'Alder'])
})

test('who verifies an address while its domain is being added joins, too', async () => {
  await using test = await createTestApp()
  const { id: account } = await make(test, 'Alder')
  const ctx = await typist(test, 'ann@alder.example')
  const { link } = await secretsSentTo(test.app.db, 'ann@alder.example')
  const { adding } = await test.app.db.transaction(async (tx) => {
    const held = { ...ctx, db: tx as typeof ctx.db }
    await confirmAddress({ ctx: held, input: { link } })
    const input = { account, domain: 'alder.example' }
    const work = addDomain({ ctx: asStaff(test, 'growth'), input })
    await settledOrBlocked(test, work)
    return { adding: work }
  })
  expect(await adding).toBe(1)
  expect(await accountOf(test, ctx)).toBe('Alder')
})

test('an account written in capitals is still the same one', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id: account } = await make(test, 'Alder')
  const itself = { account, into: account.toUpperCase() }
  await expect(mergeAccounts({ ctx, input: itself })).rejects.toMatchObject({ code: 'conflict' })
  expect((await listAccounts({ ctx })).accounts).toHaveLength(1)
})

test.each(['gmail.com', 'qq.com', 'mailinator.com', 'nothing', 'x@'])(
  'no account is made of %s',
  async (domain) => {
    await using test = await createTestApp()
    await expect(make(test, 'Alder', domain)).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await listAccounts({ ctx: asStaff(test, 'growth') })).accounts).toEqual([])
  },
)

test('a domain belongs to one account, and free mail is never offered as one', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  await visitor(test, 'ann@gmail.com')
  await visitor(test, 'bo@birch.example')
  await make(test, 'Alder', 'alder.example')
  const { id } = await make(test, 'Birch')
  const taken = addDomain({ ctx, input: { account: id, domain: 'alder.example' } })
  await expect(taken).rejects.toMatchObject({ code: 'conflict' })
  expect((await listAccounts({ ctx })).loose).toEqual([{ domain: 'birch.example', visitors: 1, verified: 1 }])
  expect(await addDomain({ ctx, input: { account: id, domain: 'birch.example' } })).toBe(1)
  await removeDomain({ ctx, input: { account: id, domain: 'birch.example' } })
  expect(await readAccount({ ctx, input: { account: id } })).toMatchObject({ domains: [] })
})

test('an invitation joins whoever opens it and agrees, until it is revoked or a month old', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id } = await make(test, 'Alder')
  const token = tokenOf(await makeInvitation({ ctx, input: { account: id } }))
  const guest = test.as()
  expect(await readInvitation({ ctx: guest, input: { token } })).toEqual({ account: 'Alder' })
  expect(await accountOf(test, guest)).toBeNull()
  await joinAccount({ ctx: guest, input: { token } })
  expect(await accountOf(test, guest)).toBe('Alder')
  const [invitation] = (await readAccount({ ctx, input: { account: id } })).invitations
  expect(invitation).toMatchObject({ used: 1 })
  const second = tokenOf(await makeInvitation({ ctx, input: { account: id } }))
  await revokeInvitation({ ctx, input: { account: id, invitation: invitation?.id ?? '' } })
  const unknown = { code: 'not-found' }
  await expect(joinAccount({ ctx: test.as(), input: { token } })).rejects.toMatchObject(unknown)
  test.clock.at = new Date(test.clock.at.getTime() + 30 * DAY_MS)
  await expect(joinAccount({ ctx: test.as(), input: { token: second } })).rejects.toMatchObject(unknown)
  await expect(readInvitation({ ctx: guest, input: { token: 'x' } })).rejects.toMatchObject(unknown)
})

test('merged accounts count as one on the boards, and stand by themselves again as they were', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'growth')
  const [alder, birch] = [
    await make(test, 'Alder', 'alder.example'),
    await make(test, 'Birch', 'birch.example'),
  ]
  for (const email of ['a@alder.example', 'b@birch.example', 'c@birch.example']) {
    await startTrial({ ctx: await visitor(test, email), input: { demo: 'request-approval', plan: 'free' } })
  }
  const counted = async (account: string) => (await listTrials({ ctx, input: { account } })).count
  expect([await counted(alder.id), await counted(birch.id)]).toEqual([1, 2])
  await mergeAccounts({ ctx, input: { account: birch.id, into: alder.id } })
  expect(await counted(alder.id)).toBe(3)
  expect((await listAccounts({ ctx })).accounts).toMatchObject([
    { name: 'Alder', domains: ['alder.example', 'birch.example'], members: 3, trials: 3 },
  ])
  const circle = mergeAccounts({ ctx, input: { account: alder.id, into: birch.id } })
  await expect(circle).rejects.toMatchObject({ code: 'conflict' })
  await expect(removeAccount({ ctx, input: { account: alder.id } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await unmergeAccount({ ctx, input: { account: birch.id } })
  expect([await counted(alder.id), await counted(birch.id)]).toEqual([1, 2])
})

test('members are split off, taken out and put back; who was taken out does not join again by domain', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id } = await make(test, 'Alder', 'alder.example')
  const [ann, bo] = [await visitor(test, 'ann@alder.example'), await visitor(test, 'bo@alder.example')]
  const [annId, boId] = [ann.visitor?.id ?? '', bo.visitor?.id ?? '']
  await splitAccount({ ctx, input: { account: id, visitors: [annId], name: 'Alder Spain' } })
  expect([await accountOf(test, ann), await accountOf(test, bo)]).toEqual(['Alder Spain', 'Alder'])
  await changeMembers({ ctx, input: { account: id, visitors: [boId], removed: true } })
  const contact = { name: 'Bo', email: 'b.o@alder.example', company: 'Alder' }
  await recordConversion({ ctx: bo, input: { id: uuidv7(), goal: 'sign-up', contact } })
  await verifyByLink(bo, contact.email)
  expect((await listAccounts({ ctx })).accounts).toMatchObject([
    { name: 'Alder', members: 0 },
    { name: 'Alder Spain', members: 1 },
  ])
  await changeMembers({ ctx, input: { account: id, visitors: [boId], removed: false } })
  expect((await listAccounts({ ctx })).accounts[0]).toMatchObject({ members: 1 })
  const entries = await listAuditEntries(test.app.db, { subject: { kind: 'account', id }, limit: 10 })
  expect(entries.map(({ action }) => action)).toEqual([
    'account.put-back',
    'account.remove-members',
    'account.split',
    'account.add-domain',
    'account.create',
  ])
  for (const visitorId of [annId, boId]) expect(JSON.stringify(entries)).not.toContain(visitorId)
})

test('removing an account leaves its visitors and their trials', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'growth')
  const { id } = await make(test, 'Alder', 'alder.example')
  const ann = await visitor(test, 'ann@alder.example')
  const trial = await startTrial({ ctx: ann, input: { demo: 'request-approval', plan: 'free' } })
  await removeAccount({ ctx, input: { account: id } })
  expect(await accountOf(test, ann)).toBeNull()
  expect(await findTrial(test.app.db, trial)).not.toBeNull()
})

test('an address given twice and a throw-away one are a weak signal each, and two of them a flag', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const begin = (ctx: Context) => startTrial({ ctx, input: { demo: 'request-approval', plan: 'free' } })
  const first = await visitor(test, 'ann@mailinator.com')
  const before = await begin(first)
  expect(before).toMatchObject({ signals: [{ name: 'disposable-address' }], flags: [] })
  const second = test.as()
  const early = await begin(second)
  const contact = { name: 'Ann', email: 'ann@mailinator.com', company: 'x' }
  await recordConversion({ ctx: second, input: { id: uuidv7(), goal: 'quote', contact } })
  const flags = ['duplicate-account']
  expect(await findTrial(test.app.db, early)).toMatchObject({ flags })
  expect(await begin(second)).toMatchObject({ flags })
  expect(await findTrial(test.app.db, before)).toMatchObject({ flags: [] })
})

test('only who may manage accounts does', async () => {
  await using test = await createTestApp()
  for (const role of ['operator', 'publisher'] as const) {
    const ctx = asStaff(test, role)
    await expect(listAccounts({ ctx })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createAccount({ ctx, input: { name: 'x' } })).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('the list behind the number of an account’s trials is as long as it says, flagged ones included', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'growth')
  const { id } = await make(test, 'Alder', 'alder.example')
  const member = await visitor(test, 'ann@alder.example')
  const wish = { demo: 'request-approval', plan: 'free' }
  const [first] = [
    await startTrial({ ctx: member, input: wish }),
    await startTrial({ ctx: member, input: wish }),
  ]
  await ruleOnTrial({ ctx, input: { trial: first.id, verdict: 'flagged', reason: 'Our own partner' } })
  const input = queryOf(new URL(accountTrialsHref(id), 'http://localhost').href)
  expect((await listAccounts({ ctx })).accounts).toMatchObject([{ trials: 2 }])
  expect((await listTrials({ ctx, input })).count).toBe(2)
})
