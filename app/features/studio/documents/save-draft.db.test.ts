import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listAuditEntries } from '#db/queries/audit'
import { findDocument, insertDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { soundFiles, soundFilesWith } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import type { Context } from '~/platform/context/context'
import { createDocument } from './create-document.server'
import { discardChanges } from './discard-changes.server'
import { publishDocument } from '../revisions/publish-document.server'
import { findFindings } from '../checks/find-findings.server'
import { readDocument } from './read-document.server'
import { saveDraft } from './save-draft.server'

const ASK = { kind: 'demo', slug: 'ask' } as const

const draft = (ctx: Context) =>
  insertDocument(ctx.db, { ...ASK, id: uuidv7(), status: 'draft', draftFiles: soundFiles })

test('a save gives the next version, and the audit names the files that changed', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await draft(ctx)
  expect(await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(3) } })).toEqual({
    draftVersion: 2,
  })
  expect(await listAuditEntries(ctx.db, { limit: 5 })).toMatchObject([
    {
      action: 'document.save',
      actorName: 'operator',
      data: { slug: 'ask', draftVersion: 2, files: ['demo.yaml'] },
    },
  ])
  expect(await saveDraft({ ctx, input: { ...ASK, draftVersion: 2, files: soundFilesWith(3) } })).toEqual({
    draftVersion: 2,
  })
})

test('of two who began from the same version the second is told, with both texts, and nothing is overwritten', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await draft(ctx)
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(3) } })
  const late = saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(4) } })
  await expect(late).rejects.toMatchObject({
    code: 'conflict',
    details: { draftVersion: 2, theirs: soundFilesWith(3), yours: soundFilesWith(4) },
  })
  expect(await findDocument(ctx.db, 'demo', 'ask')).toMatchObject({
    draftVersion: 2,
    draftFiles: soundFilesWith(3),
  })
  expect(await listAuditEntries(ctx.db, { limit: 5 })).toHaveLength(1)
})

test('many saves at once leave one version more and no two writers', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await draft(ctx)
  const saves = [3, 4, 5, 6].map((minutes) =>
    saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(minutes) } }),
  )
  const settled = await Promise.allSettled(saves)
  expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect((await findDocument(ctx.db, 'demo', 'ask'))?.draftVersion).toBe(2)
})

test('a file that such a document does not have is refused', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await draft(ctx)
  const files = { ...soundFiles, '../../etc/passwd': 'x' }
  await expect(saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files } })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

test('what is in review and edited is a draft again', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await insertDocument(ctx.db, { ...ASK, id: uuidv7(), status: 'in-review', draftFiles: soundFiles })
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(3) } })
  expect((await findDocument(ctx.db, 'demo', 'ask'))?.status).toBe('draft')
})

test('discarding brings the draft back to what is live', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await draft(ctx)
  await expect(discardChanges({ ctx, input: { ...ASK, draftVersion: 1 } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } })
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(3) } })
  expect((await findFindings({ ctx, input: ASK })).changes).toMatchObject([
    { file: 'demo.yaml', change: 'changed', added: 1, removed: 1 },
  ])
  await discardChanges({ ctx, input: { ...ASK, draftVersion: 2 } })
  expect(await readDocument({ ctx, input: ASK })).toMatchObject({
    draftVersion: 3,
    files: soundFiles,
    findings: { changes: [] },
  })
})

test('a new demo is a draft that can be published as it is; its address is taken once', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await createDocument({ ctx, input: { kind: 'demo', slug: 'new-one', title: 'New one' } })
  const again = createDocument({ ctx, input: { kind: 'demo', slug: 'new-one', title: 'Again' } })
  await expect(again).rejects.toMatchObject({ code: 'conflict', details: { at: 'slug' } })
  await publishDocument({ ctx, input: { kind: 'demo', slug: 'new-one', draftVersion: 1 } })
  expect((await ctx.content.published('demo', 'new-one'))?.body.demo.title).toEqual({ en: 'New one' })
})

test('files with more lines or keys than can be worked with are refused, with the place', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await draft(ctx)
  const save = (text: string, locale: Context['locale'] = 'en') =>
    saveDraft({
      ctx: { ...ctx, locale },
      input: { ...ASK, draftVersion: 1, files: { ...soundFiles, 'demo.yaml': text } },
    })
  const lines = Array.from({ length: 90_000 }, (_, index) => `k${index}: 1`)
  const tooLong = { code: 'invalid-input', details: { file: 'demo.yaml', what: 'lines', line: 20_001 } }
  await expect(save(lines.join('\n'))).rejects.toMatchObject({
    ...tooLong,
    message: expect.stringMatching(/^demo\.yaml has more than 20,000 lines.*Line 20,001/) as string,
  })
  await expect(save(lines.join('\n'), 'es')).rejects.toMatchObject({
    ...tooLong,
    message: expect.stringMatching(/^demo\.yaml tiene más de 20\.000 líneas/) as string,
  })
  await expect(save(`{${lines.join(',')}}`)).rejects.toMatchObject({
    details: { file: 'demo.yaml', what: 'keys', line: 1 },
  })
  expect((await findDocument(ctx.db, 'demo', 'ask'))?.draftVersion).toBe(1)
})

test('one person’s automatic saves count as one in the audit for a while', async () => {
  await using test = await createTestApp()
  const [ann, bob] = [asStaff(test, 'operator'), asStaff(test, 'publisher')]
  await draft(ann)
  const save = (ctx: Context, draftVersion: number, minutes: number) =>
    saveDraft({ ctx, input: { ...ASK, draftVersion, isAuto: true, files: soundFilesWith(minutes) } })
  await save(ann, 1, 3)
  await save(ann, 2, 4)
  await save(ann, 3, 5)
  expect(await listAuditEntries(ann.db, { limit: 9 })).toHaveLength(1)
  await save(bob, 4, 6)
  await save(ann, 5, 7)
  const later = { ...ann, now: () => new Date(ann.now().getTime() + 11 * 60_000) }
  await save(later, 6, 8)
  expect(await listAuditEntries(ann.db, { limit: 9 })).toHaveLength(4)
})
