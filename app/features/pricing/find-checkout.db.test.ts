import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#db/client'
import { insertDocument, setLiveRevision } from '#db/queries/documents'
import { insertRevision } from '#db/queries/revisions'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { plansSchema } from '~/domain/content/plans'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { findCheckout } from './find-checkout.server'

const SHOP = 'https://shop.example/premium?lang=en'

const table = plansSchema.parse({
  format: 'foyer-plans/1',
  plans: [
    { id: 'free', name: { en: 'Free' }, price: { monthly: 0, yearly: 0 } },
    { id: 'premium', name: { en: 'Premium' }, price: { monthly: 50, yearly: 500 }, checkout: SHOP },
  ],
  groups: [{ id: 'all', name: { en: 'All' } }],
  features: [{ id: 'one', name: { en: 'One' }, group: 'all', values: { free: true, premium: true } }],
  refund: { days: 30, terms: { en: 'Money back.' } },
})

async function publishPlans(db: Database): Promise<void> {
  const [id, revisionId] = [uuidv7(), uuidv7()]
  await insertDocument(db, { id, kind: 'plans', slug: 'plans', status: 'draft', draftFiles: {} })
  const stored = { contentHash: revisionId, files: {}, body: table, rendered: {} }
  await insertRevision(db, { id: revisionId, documentId: id, number: 1, ...stored })
  await setLiveRevision(db, { at: new Date(), by: null, id, revisionId })
}

test('a checkout is told which of the visitor’s own trials led there, the latest when none is named', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await publishPlans(test.app.db)
  const ctx = test.as()
  const first = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'free', touch: {} } })
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  const latest = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'free', touch: {} } })
  const other = await startTrial({
    ctx: test.as(),
    input: { demo: 'request-approval', plan: 'free', touch: {} },
  })
  const address = (trial: string | null, as = ctx) =>
    findCheckout({ ctx: as, input: { plan: 'premium', trial } })
  expect(await address(first.id)).toBe(`${SHOP}&foyer_trial=${first.id}`)
  expect(await address(null)).toBe(`${SHOP}&foyer_trial=${latest.id}`)
  expect(await address(other.id)).toBe(`${SHOP}&foyer_trial=${latest.id}`)
  expect(await address(null, test.as(null))).toBe(SHOP)
  await expect(findCheckout({ ctx, input: { plan: 'free', trial: null } })).rejects.toThrow('no checkout')
})

test('a checkout is an address that is safe to send buyers to', () => {
  const withCheckout = (checkout: string) =>
    plansSchema.safeParse({ ...table, plans: table.plans.map((plan) => ({ ...plan, checkout })) }).success
  expect(withCheckout(SHOP)).toBe(true)
  for (const bad of ['http://shop.example', 'javascript:alert(1)', '/premium', 'shop']) {
    expect(withCheckout(bad), bad).toBe(false)
  }
})
