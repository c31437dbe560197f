import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { starterFiles } from '../starter/starter-files'
import { listDocuments } from './list-documents.server'

test('documents are found by their title however it is typed, drafts that were never live as well', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  for (const [slug, title] of [
    ['goods', 'Peña’s goods'],
    ['prices', 'Preços 12345'],
  ] as const) {
    const draftFiles = starterFiles('demo', { slug, title, locale: 'en' })
    await insertDocument(ctx.db, { id: uuidv7(), kind: 'demo', slug, draftFiles, status: 'draft' })
  }
  const found = async (text: string) =>
    (await listDocuments({ ctx, input: { text } })).map(({ slug }) => slug)
  expect(await found('pena')).toEqual(['goods'])
  expect(await found('PEN\u0303A')).toEqual(['goods'])
  expect(await found('１２３')).toEqual(['prices'])
  expect(await found('PRICES')).toEqual(['prices'])
  expect(await found('%')).toEqual([])
  expect((await found('')).sort()).toEqual(['goods', 'prices'])
})
