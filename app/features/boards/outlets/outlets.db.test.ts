import fc from 'fast-check'
import { expect, test } from 'vitest'
import { updateMail } from '#db/queries/mails'
import { insertPerson } from '#db/queries/people'
import { rating } from '#db/schema/trial'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import type { StaffRole } from '~/domain/access/permissions'
import { systemContext } from '~/platform/context/context'
import { changeBoardMail } from './change-board-mail.server'
import { listOutlets } from './list-outlets.server'
import { openShare } from './open-share.server'
import { revokeShare } from './revoke-share.server'
import { scheduleBoardMail } from './schedule-board-mail.server'
import { sendBoardMails } from './send-board-mails.server'
import { shareBoard } from './share-board.server'
import { unsubscribe } from './unsubscribe.server'

const TRIALS = fc.sample(arbitraryTrials(20), { numRuns: 20, seed: 11 }).flat()
const DAY_MS = 86_400_000

async function stage(roles: StaffRole[] = ['growth']) {
  const test = await createTestApp()
  test.clock.at = TEST_NOW
  await insertMeasuredTrials(test.app.db, TRIALS.slice(0, 80))
  const email = 'lin@alder.example'
  const id = await insertPerson(test.app.db, { name: 'Lin', email, roles, passwordHash: 'x', at: TEST_NOW })
  const ctx = test.as(null, { actor: { kind: 'staff', id, name: 'Lin', email, roles } })
  return { test, ctx, id, email, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() }
}

const OVERVIEW = { board: 'overview', parameters: { range: 'all', flagged: 'in', simulated: 'in' } }
const trialsIn = (board: Awaited<ReturnType<typeof openShare>>) =>
  board.figures.find(({ label }) => label === 'Trials')?.value

/** More trials, and a copy that has them. */
async function addTrials({ app }: TestApp) {
  await insertMeasuredTrials(app.db, TRIALS.slice(80))
  await app.columns.catchUp()
}

test('frozen figures stay as they were, rolling ones are computed when the link is opened', async () => {
  await using at = await stage()
  const { test, ctx } = at
  const frozen = await shareBoard({ ctx, input: { ...OVERVIEW, period: 'frozen', days: '7' } })
  const rolling = await shareBoard({ ctx, input: { ...OVERVIEW, period: 'rolling', days: '7' } })
  await addTrials(test)
  const open = ({ token }: { token: string }) => openShare({ ctx: test.as(null), input: { token } })
  expect([trialsIn(await open(frozen)), trialsIn(await open(rolling))]).toEqual(['80', String(TRIALS.length)])
  const { shares } = await listOutlets({ ctx })
  expect(shares.map(({ isFrozen, openings, state }) => [isFrozen, openings, state]).sort()).toEqual([
    [false, 1, 'open'],
    [true, 1, 'open'],
  ])
})

test('a link ends when it expires, when it is revoked, and when its maker loses the role', async () => {
  await using at = await stage()
  const { test, ctx, id } = at
  const make = () => shareBoard({ ctx, input: { ...OVERVIEW, period: 'frozen', days: '7' } })
  const gone = async ({ token }: { token: string }) => {
    const opened = openShare({ ctx: test.as(null), input: { token } })
    return opened.then(
      () => 'works',
      (error: { code: string }) => error.code,
    )
  }
  const [expiring, revoked, lost] = [await make(), await make(), await make()]
  expect(await gone(revoked)).toBe('works')
  await revokeShare({ ctx, input: { id: revoked.id } })
  await expect(revokeShare({ ctx, input: { id: revoked.id } })).rejects.toMatchObject({ code: 'not-found' })
  expect([await gone(revoked), await gone({ token: 'x'.repeat(43) })]).toEqual(['gone', 'gone'])
  await test.app.sql`update auth_user set roles = '{operator}' where id = ${id}`
  expect(await gone(lost)).toBe('gone')
  await test.app.sql`update auth_user set roles = '{growth}' where id = ${id}`
  expect(await gone(lost)).toBe('works')
  test.clock.at = new Date(TEST_NOW.getTime() + 7 * DAY_MS)
  expect(await gone(expiring)).toBe('gone')
  const stored = await test.app.sql`select token_hash, frozen from board_share`
  expect(JSON.stringify(stored)).not.toContain(expiring.token)
  const audited = await test.app
    .sql`select action from audit_entry where action like 'share.%' order by at, action`
  expect(audited.map(({ action }) => action)).toEqual([
    'share.create',
    'share.create',
    'share.create',
    'share.revoke',
  ])
})

test('what leaves holds no comments and names nobody, and views of single trials or companies do not leave', async () => {
  await using at = await stage()
  const { test, ctx } = at
  const [one] = TRIALS
  await test.app.db.delete(rating)
  if (one)
    await test.app.db
      .insert(rating)
      .values({ visitorId: one.visitorId, trialId: one.id, stars: 1, comment: 'I am Ann' })
  await test.app.columns.catchUp()
  const make = (board: string, parameters: Record<string, string> = {}) =>
    shareBoard({ ctx, input: { board, parameters, period: 'rolling', days: '1' } })
  const { token } = await make('overview', { range: 'all' })
  expect(JSON.stringify(await openShare({ ctx: test.as(null), input: { token } }))).not.toContain('Ann')
  const personal = { code: 'invalid-input', message: 'personal' }
  await expect(make('trials')).rejects.toMatchObject(personal)
  await expect(make('breakdown', { by: 'account' })).rejects.toMatchObject(personal)
  await expect(make('overview', { account: one?.id ?? '' })).rejects.toMatchObject(personal)
  await expect(make('breakdown', { by: 'visitors' })).resolves.toBeDefined()
  await expect(make('nothing')).rejects.toMatchObject({ code: 'not-found' })
  const days = { ...OVERVIEW, period: 'frozen' as const, days: '91' }
  await expect(shareBoard({ ctx, input: days })).rejects.toMatchObject({ message: 'days' })
  await expect(shareBoard({ ctx: test.as(null), input: days })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})

test('looking at links is slowed down', async () => {
  await using at = await stage()
  const ctx = { ...at.test.as(null), client: { address: '203.0.113.9', userAgent: '', namesLanguage: true } }
  const codes = new Set<string>()
  for (let count = 0; count < 62; count += 1) {
    await openShare({ ctx, input: { token: 'wrong' } }).catch((error: { code: string }) =>
      codes.add(error.code),
    )
  }
  expect([...codes]).toEqual(['gone', 'rate-limited'])
})

const schedule = { ...OVERVIEW, frequency: 'weekly' as const, weekday: '1', dayOfMonth: '1', hour: '8' }
const send = ({ app }: TestApp, other = app) => sendBoardMails({ ctx: systemContext(other, 'test') })

test('a board is mailed once an occurrence, whatever the number of instances, with figures and a link', async () => {
  await using at = await stage()
  const { test, ctx, email } = at
  await scheduleBoardMail({ ctx, input: { ...schedule, readers: ` ${email.toUpperCase()}\n` } })
  await send(test)
  expect(await test.app.sql`select id from mail`).toHaveLength(0)
  const [mail] = (await listOutlets({ ctx })).mails
  test.clock.at = new Date(mail?.nextAt ?? 0)
  const other = await test.another()
  await Promise.all([send(test), send(test, other), send(test)])
  await send(test)
  const sent = await test.app.sql`select "to", subject, text, html, kind, visitor_id from mail`
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ to: email, kind: 'board', visitor_id: null, subject: 'Overview · Foyer' })
  expect(sent[0]?.text).toMatch(/Trials: 80\n/)
  expect(sent[0]?.text).toMatch(/Finished: \d+% \(\d+ of 80; 95% interval \d+% to \d+%\)/)
  expect(sent[0]?.text).toMatch(/\/boards\?range=all&flagged=in&simulated=in&asOf=\d+/)
  expect(sent[0]?.html).toContain('<table')
  const [after] = (await listOutlets({ ctx })).mails
  expect(after).toMatchObject({ lastResult: 'sent', lastAt: mail?.nextAt })
  expect((after?.nextAt.getTime() ?? 0) - (mail?.nextAt.getTime() ?? 0)).toBe(7 * DAY_MS)
})

test('readers unsubscribe with one press, and who cannot be reached is told', async () => {
  await using at = await stage()
  const { test, ctx, email } = at
  await scheduleBoardMail({ ctx, input: { ...schedule, readers: email } })
  test.clock.at = new Date(TEST_NOW.getTime() + 8 * DAY_MS)
  await send(test)
  const [mail] = await test.app.sql`select id, text, unsubscribe from mail`
  expect(String(mail?.text)).toContain(String(mail?.unsubscribe))
  await updateMail(test.app.db, String(mail?.id), { state: 'failed', problem: 'EENVELOPE 550' })
  const [reader] = (await listOutlets({ ctx })).mails[0]?.readers ?? []
  expect(reader).toEqual({ email, state: 'failed', problem: 'EENVELOPE 550' })
  const token = /\/unsubscribe\/([\w-]+)/.exec(String(mail?.text))?.[1] ?? ''
  await unsubscribe({ ctx: test.as(null), input: { token } })
  await expect(unsubscribe({ ctx: test.as(null), input: { token: 'x' } })).rejects.toMatchObject({
    code: 'not-found',
  })
  test.clock.at = new Date(TEST_NOW.getTime() + 15 * DAY_MS)
  await send(test)
  expect(await test.app.sql`select id from mail`).toHaveLength(1)
  expect((await listOutlets({ ctx })).mails[0]).toMatchObject({
    lastResult: 'nobody',
    readers: [{ state: 'unsubscribed' }],
  })
})

test('mail is paused, resumed and removed, and ends when its owner loses the role', async () => {
  await using at = await stage()
  const { test, ctx, email, id: person } = at
  const { id } = await scheduleBoardMail({ ctx, input: { ...schedule, frequency: 'daily', readers: email } })
  const later = (days: number) => (test.clock.at = new Date(TEST_NOW.getTime() + days * DAY_MS))
  const count = async () => (await test.app.sql`select id from mail`).length
  await changeBoardMail({ ctx, input: { id, change: 'pause' } })
  later(3)
  await send(test)
  expect(await count()).toBe(0)
  await changeBoardMail({ ctx, input: { id, change: 'resume' } })
  await send(test)
  expect(await count()).toBe(0)
  later(4)
  await send(test)
  expect(await count()).toBe(1)
  await test.app.sql`update auth_user set roles = '{operator}' where id = ${person}`
  later(6)
  await send(test)
  expect(await count()).toBe(1)
  expect((await listOutlets({ ctx })).mails[0]).toMatchObject({
    lastResult: 'owner',
    pausedAt: test.clock.at,
  })
  await changeBoardMail({ ctx, input: { id, change: 'remove' } })
  expect((await listOutlets({ ctx })).mails).toEqual([])
})

test('only addresses of staff and of the settings get mail', async () => {
  await using at = await stage()
  const input = { ...schedule, readers: `${at.email}, ann@elsewhere.example` }
  await expect(scheduleBoardMail({ ctx: at.ctx, input })).rejects.toMatchObject({
    code: 'invalid-input',
    message: 'notAllowed',
  })
  await expect(
    scheduleBoardMail({ ctx: at.ctx, input: { ...schedule, readers: 'ann' } }),
  ).rejects.toMatchObject({
    message: 'readers',
  })
})
