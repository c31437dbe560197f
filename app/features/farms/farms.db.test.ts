import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listAuditEntries } from '#db/queries/audit'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { listTrials } from '~/features/boards/trials/list-trials.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { systemContext } from '~/platform/context/context'
import { dismissFarm } from './dismiss-farm.server'
import { CROWDED_DOMAIN, CROWDED_NETWORK, NETWORK_KEPT_MS, findFarms } from './find-farms.server'
import { listFarms } from './list-farms.server'

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36'

/** New visitors who each begin a trial, from one address. */
async function crowd(test: TestApp, count: number, address: string, email?: string): Promise<void> {
  const client = { address, userAgent: CHROME, namesLanguage: true }
  for (let each = 0; each < count; each += 1) {
    const ctx = { ...test.as(), client }
    await startTrial({ ctx, input: { demo: 'request-approval', plan: 'free' } })
    if (email === undefined) continue
    const contact = { name: 'x', email: `${uuidv7()}@${email}`, company: 'x' }
    await recordConversion({ ctx, input: { id: uuidv7(), goal: 'sign-up', contact } })
  }
}

const found = async (test: TestApp) => (await listFarms({ ctx: asStaff(test, 'growth') })).farms

const listed = async (test: TestApp, farm: string): Promise<number> =>
  (
    await listTrials({
      ctx: asStaff(test, 'growth'),
      input: { set: `farm:${farm}`, range: 'all', flagged: 'in' },
    })
  ).count

test('many visitors of one network on one day are one finding, whose list is as long as its number', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await crowd(test, CROWDED_NETWORK - 1, '203.0.113.5')
  await crowd(test, 2, '203.0.113.6')
  await findFarms({ ctx: systemContext(test.app, 'test') })
  expect(await found(test)).toEqual([])
  await crowd(test, 1, '203.0.113.5')
  await findFarms({ ctx: systemContext(test.app, 'test') })
  await crowd(test, 3, '203.0.113.5')
  await findFarms({ ctx: systemContext(test.app, 'test') })
  const farms = await found(test)
  expect(farms).toMatchObject([{ kind: 'network', domain: null, trials: CROWDED_NETWORK + 3 }])
  expect(await listed(test, farms[0]?.id ?? '')).toBe(CROWDED_NETWORK + 3)
  const flagged = await test.app.sql`select 1 from trial where flags <> '{}'`
  expect(flagged).toHaveLength(0)
})

test('visitors behind a proxy that we were not told of are no crowd', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  for (const address of ['127.0.0.1', '::ffff:10.0.0.3', 'fd00::7']) await crowd(test, 1, address)
  expect(await test.app.sql`select 1 from trial where network is not null`).toHaveLength(0)
})

test('addresses of one throw-away domain are one finding, and those of a company none', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await crowd(test, CROWDED_DOMAIN, '203.0.113.5', 'mailinator.com')
  await crowd(test, CROWDED_DOMAIN, '203.0.113.6', 'alder.example')
  await findFarms({ ctx: systemContext(test.app, 'test') })
  const farms = await found(test)
  expect(farms).toMatchObject([{ kind: 'domain', domain: 'mailinator.com', trials: CROWDED_DOMAIN }])
  expect(await listed(test, farms[0]?.id ?? '')).toBe(CROWDED_DOMAIN)
})

test('the name of a network is forgotten after two days, what was found by it stays', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await crowd(test, CROWDED_NETWORK, '203.0.113.5')
  await findFarms({ ctx: systemContext(test.app, 'test') })
  test.clock.at = new Date(test.clock.at.getTime() + NETWORK_KEPT_MS + 1)
  await findFarms({ ctx: systemContext(test.app, 'test') })
  expect(await test.app.sql`select 1 from trial where network is not null`).toHaveLength(0)
  expect(await test.app.sql`select 1 from farm where mark is not null`).toHaveLength(0)
  expect(await found(test)).toMatchObject([{ trials: CROWDED_NETWORK }])
})

test('a finding is dismissed with a reason in the audit, stays so when found again, and can be brought back', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await crowd(test, CROWDED_NETWORK, '203.0.113.5')
  await findFarms({ ctx: systemContext(test.app, 'test') })
  const farm = (await found(test))[0]?.id ?? ''
  const ctx = asStaff(test, 'growth')
  const refused = dismissFarm({ ctx: asStaff(test, 'operator'), input: { farm } })
  await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  await dismissFarm({ ctx, input: { farm, reason: 'Our training day' } })
  await findFarms({ ctx: systemContext(test.app, 'test') })
  expect(await found(test)).toEqual([])
  await dismissFarm({ ctx, input: { farm, dismissed: false } })
  expect(await found(test)).toHaveLength(1)
  expect(
    await listAuditEntries(test.app.db, { subject: { kind: 'farm', id: farm }, limit: 5 }),
  ).toMatchObject([
    { action: 'farm.restore' },
    { action: 'farm.dismiss', data: { note: 'Our training day' }, actorName: 'growth' },
  ])
})
