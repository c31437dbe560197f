import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { conversion } from '#db/schema/conversion'
import { trial, trialEvent, visitor } from '#db/schema/trial'
import { listAuditEntries } from '#db/queries/audit'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { StaffRole } from '~/domain/access/permissions'
import { acceptEvents } from '../events/accept-events.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { removeSimulated } from './remove-simulated.server'
import { startTrial } from './start-trial.server'

const WISH = { demo: 'request-approval', plan: 'free' }
const staff = (roles: StaffRole[]) => ({
  kind: 'staff' as const,
  id: 'u1',
  name: 'Ann',
  email: 'a@b.example',
  roles,
})

test('simulated trials go with their visitors; everybody else stays', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const real = test.as()
  await startTrial({ ctx: real, input: WISH })
  await recordConversion({ ctx: real, input: { id: uuidv7(), goal: 'quote' } })
  await startTrial({ ctx: real, input: { ...WISH, simulated: true } })
  for (let index = 0; index < 3; index += 1) {
    const ctx = test.as()
    const simulated = await startTrial({ ctx, input: { ...WISH, simulated: true } })
    const events = [{ seq: 1, at: 1_000, type: 'NEW_REQUEST', activeMs: 0 }]
    await acceptEvents({ ctx, input: { trial: simulated.id, events } })
    await recordConversion({ ctx, input: { id: uuidv7(), goal: 'sign-up' } })
  }
  const ctx = test.as(null, { actor: staff(['admin']) })
  expect(await removeSimulated({ ctx })).toEqual({ trials: 4, visitors: 3 })
  const { db } = test.app
  expect(await db.select({ flags: trial.flags }).from(trial)).toEqual([{ flags: [] }])
  expect(await db.$count(visitor)).toBe(1)
  expect(await db.$count(conversion)).toBe(1)
  expect(await db.$count(trialEvent)).toBe(0)
  expect(await listAuditEntries(db, { limit: 5 })).toMatchObject([
    { actorId: 'u1', action: 'simulated.remove', data: { trials: 4, visitors: 3 } },
  ])
  expect(await removeSimulated({ ctx })).toEqual({ trials: 0, visitors: 0 })
})

test('only who may remove simulated trials can', async () => {
  await using test = await createTestApp()
  await expect(removeSimulated({ ctx: test.as() })).rejects.toMatchObject({ code: 'unauthenticated' })
  const growth = test.as(null, { actor: staff(['growth', 'publisher']) })
  await expect(removeSimulated({ ctx: growth })).rejects.toMatchObject({ code: 'forbidden' })
})
