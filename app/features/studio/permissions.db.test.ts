import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { findDocument, insertDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { soundFiles } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import type { Context } from '~/platform/context/context'
import { checkDraft } from './checks/check-draft.server'
import { createDocument } from './documents/create-document.server'
import { deleteDraft } from './documents/delete-draft.server'
import { discardChanges } from './documents/discard-changes.server'
import { importContent } from './folder/import-content.server'
import { listAttention } from './home/list-attention.server'
import { listAudit } from './audit/list-audit.server'
import { listDocuments } from './documents/list-documents.server'
import { listRevisions } from './revisions/list-revisions.server'
import { previewDemo } from './preview/preview-demo.server'
import { proveDraft } from './proof/prove-draft.server'
import { publishDocument } from './revisions/publish-document.server'
import { readDocument } from './documents/read-document.server'
import { readRevision } from './revisions/read-revision.server'
import { readRevisionChanges } from './revisions/read-revision-changes.server'
import { rehearseDraft } from './proof/rehearse-draft.server'
import { restoreDocument } from './revisions/restore-document.server'
import { retireDocument } from './revisions/retire-document.server'
import { rollBack } from './revisions/roll-back.server'
import { saveDraft } from './documents/save-draft.server'

const ASK = { kind: 'demo', slug: 'ask' } as const

const READING: Record<string, (ctx: Context) => Promise<unknown>> = {
  checkDraft: (ctx) => checkDraft({ ctx, input: { ...ASK, files: soundFiles } }),
  listAttention: (ctx) => listAttention({ ctx }),
  listDocuments: (ctx) => listDocuments({ ctx, input: {} }),
  listRevisions: (ctx) => listRevisions({ ctx, input: ASK }),
  previewDemo: (ctx) => previewDemo({ ctx, input: { slug: 'ask' } }),
  proveDraft: (ctx) => proveDraft({ ctx, input: ASK }),
  rehearseDraft: (ctx) => rehearseDraft({ ctx, input: ASK }),
  readDocument: (ctx) => readDocument({ ctx, input: ASK }),
  readRevision: (ctx) => readRevision({ ctx, input: { ...ASK, number: 1 } }),
  readRevisionChanges: (ctx) => readRevisionChanges({ ctx, input: { ...ASK, number: 1 } }),
}

const EDITING: Record<string, (ctx: Context) => Promise<unknown>> = {
  createDocument: (ctx) => createDocument({ ctx, input: { kind: 'demo', slug: 'other', title: 'Other' } }),
  discardChanges: (ctx) => discardChanges({ ctx, input: { ...ASK, draftVersion: 1 } }),
  deleteDraft: (ctx) => deleteDraft({ ctx, input: { ...ASK, draftVersion: 9 } }),
  saveDraft: (ctx) => saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: {} } }),
}

const PUBLISHING: Record<string, (ctx: Context) => Promise<unknown>> = {
  importContent: (ctx) => importContent({ ctx, input: { directory: '/nowhere' } }),
  publishDocument: (ctx) => publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } }),
  restoreDocument: (ctx) => restoreDocument({ ctx, input: ASK }),
  retireDocument: (ctx) => retireDocument({ ctx, input: ASK }),
  rollBack: (ctx) => rollBack({ ctx, input: { ...ASK, number: 1 } }),
}

const AUDIT = { listAudit: (ctx: Context) => listAudit({ ctx, input: {} }) }

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

const codesOf = async (ctx: Context, verbs: Record<string, (ctx: Context) => Promise<unknown>>) => {
  const codes = await Promise.all(Object.values(verbs).map((verb) => codeOf(verb(ctx))))
  return [...new Set(codes)]
}

test('nobody does anything in the studio without signing in', async () => {
  await using test = await createTestApp()
  expect(await codesOf(test.as(), { ...READING, ...EDITING, ...PUBLISHING, ...AUDIT })).toEqual([
    'unauthenticated',
  ])
})

test('a growth lead reads documents and changes none', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  await insertDocument(ctx.db, { ...ASK, id: uuidv7(), status: 'draft', draftFiles: soundFiles })
  expect(await codesOf(ctx, { ...EDITING, ...PUBLISHING, ...AUDIT })).toEqual(['forbidden'])
  expect(await codesOf(ctx, READING)).not.toContain('forbidden')
  expect((await findDocument(ctx.db, 'demo', 'ask'))?.draftVersion).toBe(1)
})

test('an operator edits and publishes nothing', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await insertDocument(ctx.db, { ...ASK, id: uuidv7(), status: 'draft', draftFiles: soundFiles })
  expect(await codesOf(ctx, PUBLISHING)).toEqual(['forbidden'])
  expect(await codesOf(ctx, { ...READING, ...EDITING, ...AUDIT })).not.toContain('forbidden')
  expect(await ctx.content.status('demo', 'ask')).toBe('absent')
})
