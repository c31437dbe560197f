import { and, eq, ne } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listAuditEntries } from '#db/queries/audit'
import { lockUnmatched } from '#db/queries/unmatched-conversions'
import { conversion } from '#db/schema/conversion'
import { apiClient } from '#tests/support/api-client'
import { insertPastTrial } from '#tests/support/past-trial'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { TestBrowser, serveApi } from '#tests/support/test-server'
import type { Answer } from '#tests/support/test-server'
import { idOfExternal } from '~/features/conversions/reports/conversion-id'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { recordReport } from '~/features/conversions/reports/record-report.server'
import { listKeys } from '~/features/keys/list-keys.server'
import { revokeKey } from '~/features/keys/revoke-key.server'
import { assignToVisitor } from '~/platform/addresses/rematch-reports'
import { emailHash } from '~/platform/addresses/email-hash'

const PATH = '/api/v1/conversions'
const DAY_MS = 86_400_000

/** The visitor's reported conversions, including those matched by an address alone. */
const toldOf = async ({ app }: TestApp, visitorId: string) =>
  app.db
    .select()
    .from(conversion)
    .where(
      and(eq(conversion.visitorId, visitorId), eq(conversion.source, 'api'), ne(conversion.reportedBy, '')),
    )
    .orderBy(conversion.id)

/** Until one connection waits for a lock of another. */
async function untilSomebodyWaits({ app }: TestApp): Promise<void> {
  const waits = () =>
    app.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await waits()).length === 0) await new Promise((resolve) => setImmediate(resolve))
}

function expectProblem(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body['code']]).toEqual([status, code])
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
}

test('only a key that works and has the scope may tell conversions', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const client = await apiClient(test, server)
  const reader = await apiClient(test, server, ['conversions:read'])
  const report = { goal: 'purchase', emailHash: emailHash('ann@alder.example') }
  const none = await client.call('POST', PATH, report, { authorization: '' })
  expectProblem(none, 401, 'unauthenticated')
  expect(none.headers.get('www-authenticate')).toBe('Bearer')
  expectProblem(
    await client.call('POST', PATH, report, { authorization: 'Bearer foyer_no' }),
    401,
    'unauthenticated',
  )
  expectProblem(await reader.call('POST', PATH, report), 403, 'forbidden')
  const browser = new TestBrowser(server.origin)
  expectProblem(await browser.call('POST', PATH, report), 401, 'unauthenticated')
  expect((await client.call('POST', PATH, report)).status).toBe(201)
  const ctx = asStaff(test, 'admin')
  const keys = await listKeys({ ctx })
  expect(keys.find(({ id }) => id === client.keyId)).toMatchObject({
    name: 'CRM',
    prefix: client.secret.slice(0, 11),
    lastUsedAt: test.clock.at,
    revokedAt: null,
  })
  expect(JSON.stringify(keys)).not.toContain(client.secret)
  await revokeKey({ ctx, input: { id: client.keyId } })
  expectProblem(await client.call('POST', PATH, report), 401, 'unauthenticated')
  expectProblem(await client.call('DELETE', `${PATH}/${uuidv7()}`), 401, 'unauthenticated')
})

test('a visitor is found by trial, resume link, id or hashed address, and the right trial is credited', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server)
  const early = await insertPastTrial(test, { daysAgo: 9 })
  const late = await insertPastTrial(test, { visitorId: early.visitorId, daysAgo: 3 })
  const at = (daysAgo: number) => new Date(test.clock.at.getTime() - daysAgo * DAY_MS).toISOString()
  const contact = { name: 'Ann', email: ' Ann@Alder.example'.trim(), company: 'Alder' }
  const own = { id: uuidv7(), goal: 'quote' as const, contact }
  await recordConversion({ ctx: test.as(early.visitorId), input: own })
  const cases: [object, string, string | null][] = [
    [{ trial: early.id, at: at(1) }, 'trial', early.id],
    [{ visitor: early.visitorId, at: at(1) }, 'visitor', late.id],
    [{ visitor: early.visitorId, at: at(5) }, 'visitor', early.id],
    [{ visitor: early.visitorId, at: at(20) }, 'visitor', null],
    [{ emailHash: emailHash('  ANN@alder.example '), at: at(5) }, 'email', early.id],
    [{ trial: uuidv7(), emailHash: emailHash('ann@alder.example'), at: at(1) }, 'email', late.id],
  ]
  for (const [index, [handles, matchedBy, trialId]] of cases.entries()) {
    const externalId = `deal-${index}`
    const answer = await call('POST', PATH, { goal: 'purchase', externalId, ...handles })
    expect([answer.status, answer.body]).toMatchObject([201, { externalId, state: 'recorded', matchedBy }])
    const kept = (await toldOf(test, early.visitorId)).find((one) => one.externalId === externalId)
    expect(kept?.trialId).toBe(trialId)
  }
})

test('sending again changes nothing; newer data corrects, older data does not', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server)
  const { visitorId, id: trial } = await insertPastTrial(test)
  const other = await insertPastTrial(test)
  const first = {
    goal: 'quote',
    externalId: 'deal-7',
    trial,
    at: '2026-03-01T10:00:00Z',
    updatedAt: '2026-03-01T10:00:00Z',
  }
  const states: unknown[] = []
  for (const report of [
    first,
    first,
    { ...first, goal: 'purchase', updatedAt: '2026-03-01T12:00:00+02:00' },
    { ...first, goal: 'purchase', updatedAt: '2026-03-02T08:00:00Z' },
    { ...first, goal: 'sign-up', updatedAt: '2026-02-27T08:00:00Z' },
  ]) {
    states.push((await call('POST', PATH, report)).body['state'])
  }
  expect(states).toEqual(['recorded', 'unchanged', 'corrected', 'corrected', 'outdated'])
  expect(await toldOf(test, visitorId)).toMatchObject([{ goal: 'purchase', correctedAt: test.clock.at }])
  const moved = { ...first, goal: 'purchase', trial: other.id, updatedAt: '2026-03-02T09:00:00Z' }
  expect((await call('POST', PATH, moved)).body['state']).toBe('corrected')
  expect(await toldOf(test, visitorId)).toEqual([])
  expect(await toldOf(test, other.visitorId)).toMatchObject([{ externalId: 'deal-7', trialId: other.id }])
  const nameless = { goal: 'purchase', trial, at: '2026-03-01T10:00:00Z' }
  const [one, two] = [await call('POST', PATH, nameless), await call('POST', PATH, nameless)]
  expect([one.body['state'], two.body['state']]).toEqual(['recorded', 'unchanged'])
  expect(two.body['id']).toBe(one.body['id'])
})

test('data of no told age does not let older data in again', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server)
  const { id: trial } = await insertPastTrial(test)
  const deal = { externalId: 'deal-1', trial }
  const states: unknown[] = []
  for (const report of [
    { ...deal, goal: 'quote', updatedAt: '2026-03-01T10:00:00Z' },
    { ...deal, goal: 'purchase' },
    { ...deal, goal: 'sign-up', updatedAt: '2026-02-27T10:00:00Z' },
  ]) {
    states.push((await call('POST', PATH, report)).body['state'])
  }
  expect(states).toEqual(['recorded', 'corrected', 'outdated'])
})

test('a conversion of nobody known is kept, and becomes theirs when they give that address', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server)
  const { visitorId, id: trial, startedAt } = await insertPastTrial(test)
  const at = new Date(startedAt.getTime() + DAY_MS).toISOString()
  const report = { goal: 'purchase', externalId: 'deal-1', emailHash: emailHash('ann@alder.example'), at }
  const answer = await call('POST', PATH, report)
  expect(answer.body).toMatchObject({ state: 'recorded', matchedBy: null, uncounted: 'unmatched' })
  const contact = { name: 'Ann', email: 'Ann@Alder.Example', company: 'Alder' }
  const own = { id: uuidv7(), goal: 'quote' as const, contact }
  await recordConversion({ ctx: test.as(visitorId), input: own })
  expect(await toldOf(test, visitorId)).toMatchObject([
    { trialId: trial, matchedBy: 'email', at: new Date(at) },
  ])
  const again = await call('POST', PATH, report)
  expect(again.body).toEqual({ ...answer.body, state: 'unchanged', matchedBy: 'email', uncounted: null })
})

test('an Idempotency-Key gets the same answer for the same request, and refuses another', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const client = await apiClient(test, server)
  const other = await apiClient(test, server)
  const { visitorId, id: trial } = await insertPastTrial(test)
  const key = { 'idempotency-key': 'order 1' }
  const report = { goal: 'purchase', trial }
  const answers = await Promise.all([1, 2, 3].map(() => client.call('POST', PATH, report, key)))
  test.clock.at = new Date(test.clock.at.getTime() + DAY_MS)
  answers.push(await client.call('POST', PATH, report, key))
  for (const { status, body } of answers) expect([status, body]).toEqual([201, answers[0]?.body])
  const replayed = answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')
  expect(replayed).toHaveLength(3)
  expect(await toldOf(test, visitorId)).toHaveLength(1)
  expectProblem(
    await client.call('POST', PATH, { ...report, goal: 'quote' }, key),
    422,
    'idempotency-mismatch',
  )
  expect((await other.call('POST', PATH, report, key)).status).toBe(201)
  const wrong = { 'idempotency-key': 'x'.repeat(256) }
  expectProblem(await client.call('POST', PATH, report, wrong), 422, 'invalid-input')
  const refused = { 'idempotency-key': 'order 2' }
  expectProblem(await client.call('POST', PATH, { ...report, goal: 'fame' }, refused), 422, 'invalid-input')
  expect((await client.call('POST', PATH, report, refused)).status).toBe(201)
})

test('a batch answers for each of its conversions, and one that is wrong does not hold up the others', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server)
  const { id: trial } = await insertPastTrial(test)
  const tomorrow = new Date(test.clock.at.getTime() + DAY_MS).toISOString()
  const answer = await call('POST', PATH, [
    { goal: 'purchase', externalId: 'a', trial },
    { goal: 'fame', externalId: 'b', trial },
    { goal: 'purchase', externalId: 'c' },
    { goal: 'purchase', externalId: 'd', trial, at: '2026-03-01' },
    { goal: 'purchase', externalId: 'e', trial, at: tomorrow },
    { goal: 'purchase', externalId: 'f', trial, worth: 12 },
    { goal: 'purchase', externalId: 'h', trial, value: 12 },
    { goal: 'purchase', externalId: 'i', trial, value: 12.5, currency: 'EUR' },
    { goal: 'purchase', externalId: 'a', trial },
    { goal: 'purchase', externalId: 'g', visitor: uuidv7() },
  ])
  const results = answer.body['results'] as { state: string; problem?: { issues: { at: string }[] } }[]
  expect(results.map(({ state, problem }) => [state, problem?.issues[0]?.at])).toEqual([
    ['recorded', undefined],
    ['refused', 'goal'],
    ['refused', ''],
    ['refused', 'at'],
    ['refused', 'at'],
    ['refused', ''],
    ['refused', 'currency'],
    ['recorded', undefined],
    ['unchanged', undefined],
    ['recorded', undefined],
  ])
  for (const body of [[], 'text', Array.from({ length: 501 }, () => ({}))]) {
    const refused = await call('POST', PATH, body)
    expect([400, 422]).toContain(refused.status)
    expect(refused.body['code']).toBe('invalid-input')
  }
  const full = Array.from({ length: 500 }, (_, n) => ({ goal: 'purchase', externalId: `n${n}`, trial }))
  const accepted = (await call('POST', PATH, full)).body['results'] as { state: string }[]
  expect(accepted.filter(({ state }) => state === 'recorded')).toHaveLength(500)
})

test('a withdrawn conversion is kept with its reason, audited, and cannot come back under its name', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server)
  const { visitorId, id: trial } = await insertPastTrial(test)
  const report = { goal: 'purchase', externalId: 'deal/9', trial }
  const { body } = await call('POST', PATH, report)
  const path = `${PATH}/${String(body['id'])}?reason=refunded`
  const withdrawn = await call('DELETE', path)
  expect([withdrawn.status, withdrawn.body]).toMatchObject([200, { id: body['id'], reason: 'refunded' }])
  expect((await call('DELETE', `${PATH}?externalId=deal%2F9`)).body).toEqual(withdrawn.body)
  expect(await toldOf(test, visitorId)).toMatchObject([{ withdrawnReason: 'refunded' }])
  const entries = await listAuditEntries(test.app.db, { subject: { kind: 'conversion' }, limit: 5 })
  expect(entries).toMatchObject([
    { action: 'conversion.withdraw', actorName: 'CRM', subjectId: body['id'], data: { note: 'refunded' } },
  ])
  expectProblem(await call('POST', PATH, report), 409, 'conflict')
  expectProblem(await call('DELETE', `${PATH}?externalId=none`), 404, 'not-found')
  expectProblem(await call('DELETE', `${PATH}/${uuidv7()}`), 404, 'not-found')
  expectProblem(await call('DELETE', `${PATH}/1`), 404, 'not-found')
  expectProblem(await call('DELETE', PATH), 422, 'invalid-input')
})

test('a key with the scope reads conversions page by page, without whose they are', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const writer = await apiClient(test, server)
  const reader = await apiClient(test, server, ['conversions:read'])
  const { visitorId, id: trial } = await insertPastTrial(test)
  const reports = [1, 2, 3].map((n) => ({
    goal: 'quote',
    externalId: `q${n}`,
    trial,
    at: `2026-03-01T0${n}:00:00Z`,
  }))
  await writer.call('POST', PATH, [
    ...reports,
    { goal: 'quote', externalId: 'lost', emailHash: emailHash('x@y.example') },
  ])
  expectProblem(await writer.call('GET', PATH), 403, 'forbidden')
  const seen: unknown[] = []
  let query = '?limit=2'
  for (let page = 0; page < 3; page += 1) {
    const { body } = await reader.call('GET', PATH + query)
    seen.push(...(body['conversions'] as { externalId: string | null }[]).map(({ externalId }) => externalId))
    expect(JSON.stringify(body)).not.toContain(visitorId)
    const next = body['next'] as { at: string; id: string } | null
    if (next) query = `?limit=2&at=${next.at}&id=${next.id}`
  }
  expect(seen).toEqual(['lost', 'q3', 'q2', 'q1', null])
  const lost = await reader.call('GET', `${PATH}?filter=unmatched`)
  expect(lost.body['conversions']).toMatchObject([{ externalId: 'lost', matchedBy: null, trial: null }])
  expectProblem(await reader.call('GET', `${PATH}?filter=none`), 422, 'invalid-input')
})

test('a browser cannot take the id of what another system will tell', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server)
  const { id: trial } = await insertPastTrial(test)
  const browser = new TestBrowser(server.origin)
  const taken = { id: idOfExternal('deal-1'), goal: 'quote' }
  expectProblem(await browser.call('POST', '/api/v1/me/conversions', taken), 422, 'invalid-input')
  const told = await call('POST', PATH, { goal: 'purchase', externalId: 'deal-1', trial })
  expect(told.body).toMatchObject({ state: 'recorded', matchedBy: 'trial' })
})

test('a conversion that a person matches while it is told again stays one', async () => {
  await using test = await createTestApp()
  const { db } = test.app
  const [theirs, other] = [await insertPastTrial(test), await insertPastTrial(test)]
  const reporter = { source: 'api' as const, reportedBy: 'CRM', now: test.clock.at }
  const lost = { goal: 'purchase' as const, externalId: 'deal-1', trial: uuidv7() }
  const { id } = await db.transaction((tx) => recordReport(tx, lost, reporter))
  const unmatched = await lockUnmatched(db, id)
  if (!unmatched) throw new Error('This conversion was to have nobody.')
  const again = { ...lost, trial: other.id }
  const told = await db.transaction(async (tx) => {
    const hand = { matchedBy: 'hand' as const, unverified: false }
    const subject = { visitorId: theirs.visitorId, trialId: theirs.id, ...hand }
    await assignToVisitor(tx, unmatched, subject)
    const waiting = db.transaction((second) => recordReport(second, again, reporter))
    await untilSomebodyWaits(test)
    return { waiting }
  })
  expect(await told.waiting).toMatchObject({ id, state: 'corrected', matchedBy: 'hand' })
  expect((await toldOf(test, theirs.visitorId)).map((one) => one.id)).toEqual([id])
  expect(await toldOf(test, other.visitorId)).toEqual([])
})

test('moments that no calendar of ours has are refused, and hold up no others', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server, ['conversions:write', 'conversions:read'])
  const { id: trial } = await insertPastTrial(test)
  const answer = await call('POST', PATH, [
    { goal: 'purchase', trial, at: '0000-01-01T00:00:00Z' },
    { goal: 'purchase', trial, updatedAt: '9999-12-31T23:59:59-12:00' },
    { goal: 'purchase', trial },
  ])
  const results = answer.body['results'] as { state: string; problem?: { issues: { at: string }[] } }[]
  expect(results.map(({ state, problem }) => [state, problem?.issues[0]?.at])).toEqual([
    ['refused', 'at'],
    ['refused', 'updatedAt'],
    ['recorded', undefined],
  ])
  const page = await call('GET', `${PATH}?at=0000-01-01T00:00:00Z&id=${uuidv7()}`)
  expectProblem(page, 422, 'invalid-input')
})

test('a conversion that no board can count is kept, and the answer says why', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { call } = await apiClient(test, server)
  const { visitorId, id: trial, startedAt } = await insertPastTrial(test, { daysAgo: 60 })
  const flagged = await insertPastTrial(test, { daysAgo: 5 })
  await test.app.sql`update trial set flags = '{internal}' where id = ${flagged.id}`
  const after = (days: number) => new Date(startedAt.getTime() + days * DAY_MS).toISOString()
  const reports = [
    { trial, at: after(30) },
    { trial, at: after(31) },
    { trial, at: after(-1) },
    { visitor: visitorId, at: after(-1) },
    { visitor: uuidv7() },
    { trial: flagged.id },
  ]
  const told = reports.map((report, index) => ({ ...report, goal: 'purchase', externalId: `e${index}` }))
  const { status, body } = await call('POST', PATH, told)
  const { results } = body as { results: { state: string; uncounted: string | null }[] }
  expect([status, results.map(({ state }) => state)]).toEqual([200, reports.map(() => 'recorded')])
  expect(results.map(({ uncounted }) => uncounted)).toEqual([
    null,
    'after-window',
    'before-trial',
    'no-trial',
    'unmatched',
    'flagged-trial',
  ])
})
