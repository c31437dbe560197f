import { expect, test } from 'vitest'
import { listAuditEntries } from '#db/queries/audit'
import { findTrial } from '#db/queries/trials'
import { findVisitor } from '#db/queries/visitors'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { TrialRow } from '#db/queries/trials'
import type { Context } from '~/platform/context/context'
import { acceptEvents } from '../events/accept-events.server'
import { eraseVisitor } from './erase-visitor.server'
import { exportVisitor } from './export-visitor.server'
import { rateTrial } from '../trials/rate-trial.server'
import { recordConsent } from './record-consent.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { startTrial } from '../trials/start-trial.server'

const EVENT = { seq: 1, at: 1_000, type: 'NEW_REQUEST', activeMs: 500 }
const CONTACT = { name: 'Ann Lee', email: 'ann@alder.example', company: 'Alder', message: 'Call me' }
const CONVERSION = '0190a000-0000-7000-8000-00000000c0de'

/** A visitor with one trial, one event, one rating and one conversion. */
async function lively(test: TestApp): Promise<{ ctx: Context; trial: TrialRow }> {
  const ctx = test.as()
  const touch = { source: 'google', medium: 'cpc' }
  const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'free', touch } })
  await acceptEvents({ ctx, input: { trial: trial.id, events: [EVENT] } })
  await rateTrial({ ctx, input: { trial: trial.id, stars: 4, comment: 'clear' } })
  await recordConversion({ ctx, input: { id: CONVERSION, goal: 'quote', contact: CONTACT } })
  return { ctx, trial }
}

test('a visitor can take away everything that is held about them, and nothing of others', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { ctx, trial } = await lively(test)
  await lively(test)
  const held = await exportVisitor({ ctx })
  expect(JSON.parse(JSON.stringify(held))).toMatchObject({
    exportedAt: test.clock.at.toISOString(),
    visitor: { visitorId: ctx.visitor?.id, consent: 'granted' },
    trials: [{ id: trial.id, events: [{ seq: 1, type: 'NEW_REQUEST' }] }],
    ratings: [{ stars: 4, comment: 'clear' }],
    conversions: [{ goal: 'quote', source: 'browser' }],
    asks: [{ kind: 'quote', ...CONTACT }],
    contacts: [{ verifiedAt: null }],
  })
})

test('erasing deletes every row of the visitor and keeps counts alone', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { ctx, trial } = await lively(test)
  const other = await lively(test)
  const counts = { trials: 1, events: 1, ratings: 1, conversions: 1 }
  expect((await eraseVisitor({ ctx }))?.counts).toMatchObject(counts)
  expect(await exportVisitor({ ctx })).toMatchObject({
    visitor: null,
    trials: [],
    ratings: [],
    conversions: [],
  })
  expect((await exportVisitor({ ctx: other.ctx })).trials).toHaveLength(1)
  const entries = await listAuditEntries(test.app.db, { limit: 10 })
  expect(entries).toMatchObject([{ action: 'visitor.erase', actorId: null, data: counts }])
  const held = JSON.stringify(entries)
  for (const id of [ctx.visitor?.id ?? '', trial.id]) expect(held).not.toContain(id)
  const late = acceptEvents({
    ctx,
    input: { trial: trial.id, events: [{ ...EVENT, seq: 2, type: '@hint' }] },
  })
  await expect(late).rejects.toMatchObject({ code: 'not-found' })
})

test('erasing a visitor of whom nothing is held changes nothing', async () => {
  await using test = await createTestApp()
  expect(await eraseVisitor({ ctx: test.as() })).toBeNull()
  expect(await listAuditEntries(test.app.db, { limit: 10 })).toEqual([])
})

test('whoever refuses after having agreed is no longer told by where they came from', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { ctx, trial } = await lively(test)
  await recordConsent({ ctx, input: { consent: 'denied' } })
  const visitor = await findVisitor(test.app.db, trial.visitorId)
  expect(visitor).toMatchObject({ consent: 'denied', firstTouch: null })
  expect(await findTrial(test.app.db, trial)).toMatchObject({ touch: null, channel: 'unknown' })
})

test('an answer about consent alone keeps no visitor', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  await recordConsent({ ctx, input: { consent: 'granted' } })
  expect(await findVisitor(test.app.db, ctx.visitor?.id ?? '')).toBeNull()
})
