import { expect, test } from 'vitest'
import { listAuditEntries } from '#db/queries/audit'
import { findDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { createDocument } from './create-document.server'
import { deleteDraft } from './delete-draft.server'
import { publishDocument } from '../revisions/publish-document.server'
import { retireDocument } from '../revisions/retire-document.server'
import { saveDraft } from './save-draft.server'

const POST = { kind: 'help', slug: 'refunds' } as const
const create = { ...POST, title: 'Refunds' }

test('a draft that was never published is deleted, the audit says so, and its slug is free again', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await createDocument({ ctx, input: create })
  await deleteDraft({ ctx, input: { ...POST, draftVersion: 1 } })
  expect(await findDocument(ctx.db, 'help', 'refunds')).toBeNull()
  expect(await listAuditEntries(ctx.db, { limit: 1 })).toMatchObject([
    { action: 'document.delete', data: { kind: 'help', slug: 'refunds', draftVersion: 1 } },
  ])
  await createDocument({ ctx, input: create })
})

test('a draft that somebody saved meanwhile stays, and so does what was ever published', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await createDocument({ ctx, input: create })
  const files = { 'en.mdx': '---\ntitle: Refunds\n---\n\nMoney comes back.\n' }
  await saveDraft({ ctx, input: { ...POST, draftVersion: 1, files } })
  const refused = { code: 'conflict' }
  await expect(deleteDraft({ ctx, input: { ...POST, draftVersion: 1 } })).rejects.toMatchObject(refused)
  expect((await findDocument(ctx.db, 'help', 'refunds'))?.draftFiles).toEqual(files)
  await publishDocument({ ctx, input: { ...POST, draftVersion: 2 } })
  await expect(deleteDraft({ ctx, input: { ...POST, draftVersion: 2 } })).rejects.toMatchObject(refused)
  await retireDocument({ ctx, input: POST })
  await expect(deleteDraft({ ctx, input: { ...POST, draftVersion: 2 } })).rejects.toMatchObject(refused)
})

test('of a deletion and a publish at once one is done', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  for (let round = 0; round < 5; round++) {
    const slug = `post-${round}`
    await createDocument({ ctx, input: { kind: 'help', slug, title: 'Post' } })
    const input = { kind: 'help' as const, slug, draftVersion: 1 }
    const settled = await Promise.allSettled([deleteDraft({ ctx, input }), publishDocument({ ctx, input })])
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  }
})

test('who may not edit deletes nothing', async () => {
  await using test = await createTestApp()
  await createDocument({ ctx: asStaff(test, 'operator'), input: create })
  const ctx = asStaff(test, 'growth')
  await expect(deleteDraft({ ctx, input: { ...POST, draftVersion: 1 } })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test.each<[string, string]>([
  ['a'.repeat(80), 'too-long'],
  ['a'.repeat(61), 'too-long'],
  ['Refunds', 'upper-case'],
  ['re funds', 'characters'],
  ['re--funds', 'characters'],
  ['退款', 'characters'],
  ['', 'empty'],
])('the address %j is refused at once, and nothing is made', async (slug, problem) => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await expect(createDocument({ ctx, input: { ...create, slug } })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { at: 'slug', problem },
  })
  expect(await listAuditEntries(ctx.db, { limit: 1 })).toEqual([])
})
