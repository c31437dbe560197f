import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { insertAlertReader } from '#db/queries/alerts'
import { insertPerson } from '#db/queries/people'
import { account, accountMember } from '#db/schema/account'
import { conversion } from '#db/schema/conversion'
import { trial, visitor } from '#db/schema/trial'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { systemContext } from '~/platform/context/context'
import { judgeYesterday } from './judge-yesterday.server'
import { listAlerts } from './list-alerts.server'
import { listQuietNotes } from './list-quiet-notes.server'
import { markSeen } from './mark-seen.server'
import { switchMeasure } from './switch-measure.server'

const DAY_MS = 86_400_000
/** A Tuesday: the day that is judged is a Monday. */
const NOW = new Date('2026-11-03T09:00:00Z')

/** As many trials of a demo from a channel, some days before now. */
async function start(
  { app }: TestApp,
  daysAgo: number,
  count: number,
  of: { demo?: string; flags?: string[] } = {},
) {
  const { demo: demoSlug = 'invoice', flags = [] } = of
  const at = new Date(NOW.getTime() - daysAgo * DAY_MS)
  const rows = Array.from({ length: count }, () => ({
    ...{
      visitorId: v7(),
      id: v7(),
      demoSlug,
      revisionId: v7(),
      revisionNumber: 1,
      plan: 'free',
      role: 'sales',
    },
    ...{
      locale: 'en' as const,
      seed: 's',
      startedAt: at,
      lastEventAt: at,
      lastState: 'end',
      flags,
      channel: 'search',
    },
    ...{ device: 'desktop' as const, outcome: 'success' as const, finishedAt: at },
  }))
  if (rows.length === 0) return
  await app.db.insert(visitor).values(rows.map(({ visitorId }) => ({ visitorId })))
  await app.db.insert(trial).values(rows)
}

/** Eight usual Mondays of two demos. */
async function usualWeeks(test: TestApp) {
  test.clock.at = NOW
  for (let week = 1; week <= 8; week += 1) {
    for (const demo of ['invoice', 'order-to-cash']) await start(test, 1 + 7 * week, 100, { demo })
  }
}

const judge = (test: TestApp, app = test.app) => judgeYesterday({ ctx: systemContext(app, 'test') })

async function addReader({ app }: TestApp, roles: ('growth' | 'operator')[], locale: 'en' | 'es' = 'en') {
  const email = `${roles.join()}-${locale}@alder.example`
  const personId = await insertPerson(app.db, { name: 'Lin', email, roles, passwordHash: 'x', at: NOW })
  await insertAlertReader(app.db, { personId, locale, since: NOW })
  return email
}

test('a demo that dropped is one alert, told once by mail, whatever the number of instances', async () => {
  await using test = await createTestApp()
  await usualWeeks(test)
  await start(test, 1, 100, { demo: 'order-to-cash' })
  await start(test, 1, 20, { demo: 'invoice' })
  const readers = [await addReader(test, ['growth'], 'es'), await addReader(test, ['operator'])]
  const other = await test.another()
  await Promise.all([judge(test), judge(test, other), judge(test)])
  const { alerts } = await listAlerts({ ctx: asStaff(test, 'growth') })
  expect(alerts.map(({ measure, direction, title }) => [measure, direction, title])).toEqual([
    ['trials', 'below', 'Number of “invoice”: fewer than usual'],
  ])
  expect(alerts[0]?.text).toContain(
    '20. Usual for this weekday: 65 to 135, with 100 in the middle, by the 8 same',
  )
  expect(alerts[0]?.href).toMatch(/^\/boards\/demos\/invoice\?from=2026-11-02&to=2026-11-02&.*asOf=\d+$/)
  const mails = await test.app.sql`select "to", subject, text from mail`
  expect(mails.map((mail) => [mail.to, mail.subject])).toEqual([
    [readers[0], 'Número de «invoice»: menos de lo habitual · Foyer'],
  ])
  expect(mails[0]?.text).toContain('/boards/demos/invoice?from=2026-11-02')
})

test('it goes on while it lasts, and closes by itself with a closing line', async () => {
  await using test = await createTestApp()
  await usualWeeks(test)
  await addReader(test, ['growth'])
  const both = async (daysAgo: number, invoices: number) => {
    await start(test, daysAgo, 100, { demo: 'order-to-cash' })
    await start(test, daysAgo, invoices)
  }
  // Mondays are judged on the Tuesdays that follow them; the weeks before moved back by as much.
  await both(1, 20)
  await judge(test)
  const ctx = asStaff(test, 'growth')
  const [opened] = (await listAlerts({ ctx })).alerts
  test.clock.at = new Date(NOW.getTime() + 60_000)
  await markSeen({ ctx, input: { id: opened?.id ?? '' } })
  test.clock.at = new Date(NOW.getTime() + 7 * DAY_MS)
  await both(-6, 25)
  await judge(test)
  expect((await listAlerts({ ctx })).alerts.map(({ state, lastDay }) => [state, lastDay])).toEqual([
    ['seen', '2026-11-09'],
  ])
  test.clock.at = new Date(NOW.getTime() + 14 * DAY_MS)
  await both(-13, 98)
  await judge(test)
  const [closed] = (await listAlerts({ ctx })).alerts
  expect(closed?.state).toBe('closed')
  expect(closed?.entries.map(({ kind }) => kind)).toEqual(['opened', 'seen', 'continued', 'recovered'])
  const subjects = await test.app.sql`select subject from mail order by created_at`
  expect(subjects.map(({ subject }) => String(subject).slice(0, 20))).toEqual([
    'Number of “invoice”:',
    'As usual again: Numb',
  ])
})

test('a measure that is switched off tells nothing, and closes what it told', async () => {
  await using test = await createTestApp()
  await usualWeeks(test)
  await start(test, 1, 20)
  await judge(test)
  const ctx = asStaff(test, 'growth')
  expect((await listAlerts({ ctx })).alerts.length).toBe(1)
  await switchMeasure({ ctx, input: { measure: 'trials', on: 'false' } })
  test.clock.at = new Date(NOW.getTime() + 7 * DAY_MS)
  await judge(test)
  const { alerts, off } = await listAlerts({ ctx })
  expect([alerts.map(({ state }) => state), off]).toEqual([['closed'], ['trials']])
})

test('flagged and simulated trials, and goals, are measures of their own', async () => {
  await using test = await createTestApp()
  await usualWeeks(test)
  await start(test, 1, 100)
  await start(test, 1, 100, { demo: 'order-to-cash' })
  await start(test, 1, 400, { flags: ['simulated'] })
  await judge(test)
  expect((await listAlerts({ ctx: asStaff(test, 'growth') })).alerts).toEqual([])
  test.clock.at = new Date(NOW.getTime() + 7 * DAY_MS)
  await start(test, -6, 100, { demo: 'order-to-cash' })
  await start(test, -6, 100)
  await start(test, -6, 60, { flags: ['bot'] })
  const [one] = await test.app.db.select().from(trial).limit(1)
  if (!one) throw new Error('no trial')
  const goal = { visitorId: one.visitorId, trialId: one.id, goal: 'quote' as const, source: 'api' as const }
  const at = new Date(NOW.getTime() + 6 * DAY_MS)
  await test.app.db.insert(conversion).values(Array.from({ length: 30 }, () => ({ ...goal, id: v7(), at })))
  await judge(test)
  const { alerts } = await listAlerts({ ctx: asStaff(test, 'growth') })
  expect(alerts.map(({ measure, direction }) => `${measure} ${direction}`).sort()).toEqual([
    'converted above',
    'flagged above',
  ])
})

test('who may not is refused', async () => {
  await using test = await createTestApp()
  const operator = asStaff(test, 'operator')
  await expect(listAlerts({ ctx: operator })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(judgeYesterday({ ctx: asStaff(test, 'admin') })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(markSeen({ ctx: asStaff(test, 'growth'), input: { id: v7() } })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('an account that falls quiet is one alert, by mail and webhook and with its numbers, and closes when it is back', async () => {
  await using test = await createTestApp()
  test.clock.at = NOW
  const accountId = v7()
  const known = { createdAt: NOW, createdBy: 'test' }
  await test.app.db.insert(account).values({ ...known, id: accountId, name: 'Alder' })
  for (let week = 1; week <= 8; week += 1) await start(test, 1 + 7 * week, 30)
  const members = await test.app.db.select({ visitorId: visitor.visitorId }).from(visitor)
  const joined = { accountId, joinedBy: 'hand' as const, joinedAt: NOW }
  await test.app.db.insert(accountMember).values(members.map((one) => ({ ...one, ...joined })))
  // Somebody else tries as usual, so that the day as a whole is not below.
  for (let week = 0; week <= 8; week += 1) await start(test, 1 + 7 * week, 200)
  await addReader(test, ['growth'])
  await judge(test)
  const ctx = asStaff(test, 'growth')
  const [alert, ...more] = (await listAlerts({ ctx })).alerts
  expect(more).toEqual([])
  expect(alert).toMatchObject({ measure: 'account-trials', direction: 'below', state: 'open' })
  expect(alert?.title).toBe('Trials in seven days of “Alder”: fewer than usual')
  expect(alert?.text).toContain(
    '0 trials. Usual for seven days: 11 to 49, with 30 in the middle, by the 7 such',
  )
  expect(alert?.href).toContain(`/boards/accounts/${accountId}?from=2026-10-27&to=2026-11-02`)
  expect(await listQuietNotes({ ctx })).toEqual([{ account: accountId, text: alert?.text }])
  const [mail] = await test.app.sql`select subject, text from mail`
  expect(mail?.subject).toContain('of “Alder”')
  expect(mail?.text).toContain(`/boards/accounts/${accountId}`)
  test.clock.at = new Date(NOW.getTime() + 7 * DAY_MS)
  await start(test, -6, 30)
  await test.app.db
    .insert(accountMember)
    .values(
      (await test.app.db.select().from(trial))
        .filter(({ startedAt }) => startedAt > NOW)
        .map(({ visitorId }) => ({ visitorId, ...joined })),
    )
  await start(test, -6, 200)
  await judge(test)
  const [closed] = (await listAlerts({ ctx })).alerts
  expect(closed?.entries.map(({ kind }) => kind)).toEqual(['opened', 'recovered'])
  expect(await listQuietNotes({ ctx })).toEqual([])
})
