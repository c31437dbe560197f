import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument } from '#db/queries/documents'
import { insertWebhook, listDeliveries } from '#db/queries/webhooks'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { publishDocument } from './publish-document.server'
import { restoreDocument } from './restore-document.server'
import { retireDocument } from './retire-document.server'

const SCAN = { kind: 'help', slug: 'scan' } as const

async function told(test: TestApp, webhookId: string) {
  const deliveries = await listDeliveries(test.app.db, webhookId, 20)
  return deliveries.reverse().map(({ body }) => JSON.parse(body) as { type: string; data: object })
}

test('other systems are told what was published, retired and restored, and of nothing that was refused', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  const id = uuidv7()
  const url = 'https://hooks.example/foyer'
  await insertWebhook(ctx.db, { id, url, secret: 'sealed', createdAt: ctx.now(), createdBy: 'Lin' })
  const draftFiles = { 'en.mdx': '---\ntitle: Scan\nsummary: How to scan\n---\n\nPress the button.\n' }
  await insertDocument(ctx.db, { ...SCAN, id: uuidv7(), status: 'draft', draftFiles })
  await expect(publishDocument({ ctx, input: { ...SCAN, draftVersion: 9 } })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await told(test, id)).toEqual([])
  await publishDocument({ ctx, input: { ...SCAN, draftVersion: 1 } })
  test.clock.at = new Date(test.clock.at.getTime() + 1_000)
  await retireDocument({ ctx, input: SCAN })
  test.clock.at = new Date(test.clock.at.getTime() + 1_000)
  await restoreDocument({ ctx, input: SCAN })
  expect(await told(test, id)).toMatchObject([
    { type: 'document.published', data: { ...SCAN, revision: 1 } },
    { type: 'document.retired', data: { ...SCAN, instead: null } },
    { type: 'document.published', data: { ...SCAN, revision: 1 } },
  ])
})
