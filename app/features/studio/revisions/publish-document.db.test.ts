import { expect, test } from 'vitest'
import { findDocument, insertDocument } from '#db/queries/documents'
import { listAuditEntries } from '#db/queries/audit'
import { asStaff } from '#tests/support/staff'
import { brokenFiles, soundFiles, soundFilesWith, deadEndFiles } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import type { Database } from '#db/client'
import { v7 as uuidv7 } from 'uuid'
import type { DocumentFiles } from '~/domain/content/kinds'
import type { DomainError } from '~/domain/errors'
import { listRevisions } from './list-revisions.server'
import { publishDocument } from './publish-document.server'
import { saveDraft } from '../documents/save-draft.server'

const ASK = { kind: 'demo', slug: 'ask' } as const

async function drafted(db: Database, files: DocumentFiles): Promise<void> {
  await insertDocument(db, { ...ASK, id: uuidv7(), status: 'draft', draftFiles: files })
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: DomainError) => error,
  )

test('publishing makes an immutable revision with its body, its guides as HTML and its proof, and it is live', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await drafted(ctx.db, soundFiles)
  const { number, revisionId } = await publishDocument({
    ctx,
    input: { ...ASK, draftVersion: 1, note: 'First' },
  })
  expect(number).toBe(1)
  const live = await ctx.content.published('demo', 'ask')
  expect(live).toMatchObject({ revisionId, number: 1, body: { demo: { slug: 'ask' } } })
  expect(live?.rendered['requests.en']).toContain('<strong>New request</strong>')
  expect(Object.keys(live?.rendered ?? {})).toHaveLength(12)
  expect(live?.proof).toMatchObject({ status: 'proven', contentHash: live?.contentHash })
  expect(await findDocument(ctx.db, 'demo', 'ask')).toMatchObject({ status: 'published' })
})

test('a second instance serves a publish within a second', async () => {
  await using test = await createTestApp()
  const other = await test.another()
  const ctx = asStaff(test, 'publisher')
  await drafted(ctx.db, soundFiles)
  expect(await other.content.published('demo', 'ask')).toBeNull()
  await publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } })
  await expect
    .poll(async () => (await other.content.published('demo', 'ask'))?.number, {
      timeout: 1_000,
      interval: 20,
    })
    .toBe(1)
})

test('a demo whose proof fails is refused, with the steps that a person can follow to get stuck', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await drafted(ctx.db, deadEndFiles)
  const error = await refusal(publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } }))
  expect(error).toMatchObject({ code: 'proof-failed', details: { stage: 'proof' } })
  const problems = error?.code === 'proof-failed' ? error.details.problems : []
  const deadEnd = problems.find((problem) => problem.code === 'dead-end')
  expect(deadEnd?.file).toBe('demo.yaml')
  expect(deadEnd?.line).toBeGreaterThan(1)
  expect(deadEnd?.steps?.join('\n')).toContain('Give up')
  expect(await listRevisions({ ctx, input: ASK })).toEqual([])
  expect(await ctx.content.status('demo', 'ask')).toBe('absent')
  expect(await listAuditEntries(ctx.db, { limit: 10 })).toEqual([])
})

test('a demo with errors is refused with their places', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await drafted(ctx.db, brokenFiles)
  const error = await refusal(publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } }))
  expect(error).toMatchObject({ code: 'proof-failed', details: { stage: 'check' } })
  expect(error).toHaveProperty(
    'details.problems',
    expect.arrayContaining([
      expect.objectContaining({ code: 'unknown-target', file: 'demo.yaml', line: expect.any(Number) }),
    ]),
  )
})

test('what is published is exactly the version that was looked at', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await drafted(ctx.db, soundFiles)
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(3) } })
  const error = await refusal(publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } }))
  expect(error).toMatchObject({ code: 'conflict', details: { draftVersion: 2, expected: 1 } })
  expect(await ctx.content.published('demo', 'ask')).toBeNull()
})

test('two who publish the same draft at once make one revision, and the audit tells of one', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await drafted(ctx.db, soundFiles)
  const results = await Promise.all([
    refusal(publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } })),
    refusal(publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } })),
  ])
  expect(results.map((error) => error?.code ?? 'done').sort()).toEqual(['conflict', 'done'])
  expect(await listRevisions({ ctx, input: ASK })).toHaveLength(1)
  expect((await listAuditEntries(ctx.db, { limit: 10 })).map((entry) => entry.action)).toEqual([
    'document.publish',
  ])
})

test('publishing without a change is refused', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await drafted(ctx.db, soundFiles)
  await publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } })
  const error = await refusal(publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } }))
  expect(error?.code).toBe('conflict')
})

test('a revision that is live stays as it was while its draft goes on', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await drafted(ctx.db, soundFiles)
  const first = await publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } })
  const before = await ctx.content.revision(first.revisionId)
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(9) } })
  const second = await publishDocument({ ctx, input: { ...ASK, draftVersion: 2 } })
  expect(second.number).toBe(2)
  const other = await test.another()
  expect(await other.content.revision(first.revisionId)).toEqual(before)
  expect((await other.content.published('demo', 'ask'))?.body.demo.minutes).toBe(9)
})
