import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { soundFiles, soundFilesWith } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import type { DocumentFiles } from '~/domain/content/kinds'
import type { Context } from '~/platform/context/context'
import { listAudit } from '../audit/list-audit.server'
import { listRevisions } from './list-revisions.server'
import { publishDocument } from './publish-document.server'
import { readDocument } from '../documents/read-document.server'
import { readRevisionChanges } from './read-revision-changes.server'
import { restoreDocument } from './restore-document.server'
import { retireDocument } from './retire-document.server'
import { rollBack } from './roll-back.server'
import { saveDraft } from '../documents/save-draft.server'

const ASK = { kind: 'demo', slug: 'ask' } as const

async function publishFirst(ctx: Context, slug = 'ask', files: DocumentFiles = soundFiles): Promise<void> {
  await insertDocument(ctx.db, { kind: 'demo', slug, id: uuidv7(), status: 'draft', draftFiles: files })
  await publishDocument({ ctx, input: { kind: 'demo', slug, draftVersion: 1 } })
}

/** The valid demo under another slug. */
const renamed = (slug: string): DocumentFiles => ({
  ...soundFiles,
  'demo.yaml': (soundFiles['demo.yaml'] ?? '').replace('slug: ask', `slug: ${slug}`),
})

test('a retired demo is gone on every instance, says what to try instead, and its revision can still be read', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  const other = await test.another()
  await publishFirst(ctx)
  await publishFirst(ctx, 'better', renamed('better'))
  const live = await ctx.content.published('demo', 'ask')
  await retireDocument({ ctx, input: { ...ASK, insteadSlug: 'better' } })
  expect(await ctx.content.status('demo', 'ask')).toBe('retired')
  expect(await ctx.content.published('demo', 'ask')).toBeNull()
  await expect
    .poll(() => other.content.instead('demo', 'ask'), { timeout: 1_000, interval: 20 })
    .toBe('better')
  expect((await other.content.list('demo')).map((one) => one.slug)).toEqual(['better'])
  expect(await other.content.revision(live?.revisionId ?? '')).toMatchObject({ slug: 'ask', number: 1 })
})

test('what is not published cannot be named instead, and a draft cannot be retired', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publishFirst(ctx)
  for (const insteadSlug of ['nowhere', 'ask']) {
    const refused = retireDocument({ ctx, input: { ...ASK, insteadSlug } })
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input', details: { at: 'insteadSlug' } })
  }
  await insertDocument(ctx.db, { kind: 'demo', slug: 'new', id: uuidv7(), status: 'draft', draftFiles: {} })
  const draft = retireDocument({ ctx, input: { kind: 'demo', slug: 'new' } })
  await expect(draft).rejects.toMatchObject({ code: 'conflict' })
})

test('restoring brings the last live revision back, without a new one', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publishFirst(ctx)
  await retireDocument({ ctx, input: ASK })
  await restoreDocument({ ctx, input: ASK })
  expect((await ctx.content.published('demo', 'ask'))?.number).toBe(1)
  expect(await listRevisions({ ctx, input: ASK })).toHaveLength(1)
  await expect(restoreDocument({ ctx, input: ASK })).rejects.toMatchObject({ code: 'conflict' })
})

test('rolling back publishes the old contents as a new revision, and a draft without changes follows', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publishFirst(ctx)
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(9) } })
  await publishDocument({ ctx, input: { ...ASK, draftVersion: 2 } })
  const { number } = await rollBack({ ctx, input: { ...ASK, number: 1, note: 'Nine was too long' } })
  expect(number).toBe(3)
  expect(await ctx.content.published('demo', 'ask')).toMatchObject({
    number: 3,
    body: { demo: { minutes: 2 } },
  })
  expect(await readDocument({ ctx, input: ASK })).toMatchObject({
    draftVersion: 3,
    findings: { changes: [] },
  })
  const { previous, changes } = await readRevisionChanges({ ctx, input: { ...ASK, number: 3 } })
  expect(previous).toBe(2)
  expect(changes).toMatchObject([{ file: 'demo.yaml', added: 1, removed: 1 }])
  await expect(rollBack({ ctx, input: { ...ASK, number: 3 } })).rejects.toMatchObject({ code: 'conflict' })
  await expect(rollBack({ ctx, input: { ...ASK, number: 7 } })).rejects.toMatchObject({ code: 'not-found' })
})

test('a draft with changes of its own stays when another revision goes live', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publishFirst(ctx)
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(9) } })
  await publishDocument({ ctx, input: { ...ASK, draftVersion: 2 } })
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 2, files: soundFilesWith(5) } })
  await rollBack({ ctx, input: { ...ASK, number: 1 } })
  expect(await readDocument({ ctx, input: ASK })).toMatchObject({ draftVersion: 3, files: soundFilesWith(5) })
})

test('the audit tells of every step, newest first, a page at a time', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await publishFirst(ctx)
  await retireDocument({ ctx, input: ASK })
  await restoreDocument({ ctx, input: ASK })
  const first = await listAudit({ ctx, input: { document: ASK, limit: 2 } })
  const rest = await listAudit({
    ctx,
    input: { document: ASK, limit: 2, ...(first.next ? { before: first.next } : {}) },
  })
  const actions = [...first.entries, ...rest.entries].map((entry) => entry.action)
  expect(actions).toEqual(['document.restore', 'document.retire', 'document.publish'])
  expect(rest.next).toBeNull()
})
