import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { publishDocument } from '../revisions/publish-document.server'
import { retireDocument } from '../revisions/retire-document.server'
import { listChoices } from './list-choices.server'

test('forms can name what is published, by slug, and not what is a draft or retired', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'publisher')
  for (const slug of ['scan', 'ask', 'old', 'draft']) {
    const draftFiles = { 'en.mdx': `---\ntitle: To ${slug}\nsummary: How to\n---\n\nPress the button.\n` }
    await insertDocument(ctx.db, { id: uuidv7(), kind: 'help', slug, status: 'draft', draftFiles })
    if (slug === 'draft') continue
    await publishDocument({ ctx, input: { kind: 'help', slug, draftVersion: 1 } })
  }
  await retireDocument({ ctx, input: { kind: 'help', slug: 'old' } })
  expect((await listChoices({ ctx })).help).toEqual([
    { id: 'ask', name: { en: 'To ask' }, uses: 0 },
    { id: 'scan', name: { en: 'To scan' }, uses: 0 },
  ])
})
