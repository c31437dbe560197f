import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { findDocument, insertDocument } from '#db/queries/documents'
import { listAuditEntries } from '#db/queries/audit'
import { listReviews } from '#db/queries/reviews'
import { asStaff } from '#tests/support/staff'
import { brokenFiles, soundFiles, soundFilesWith } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import type { DocumentFiles } from '~/domain/content/kinds'
import { saveDraft } from '../documents/save-draft.server'
import { publishDocument } from '../revisions/publish-document.server'
import { addComment } from './add-comment.server'
import { askReview } from './ask-review.server'
import { decideReview } from './decide-review.server'
import { publishReviewed } from './publish-reviewed.server'
import { resolveComment } from './resolve-comment.server'
import { readReviews } from './read-reviews.server'
import { withdrawReview } from './withdraw-review.server'

const ASK = { kind: 'demo', slug: 'ask' } as const

async function draft(test: TestApp, files: DocumentFiles = soundFiles) {
  await insertDocument(test.app.db, { ...ASK, id: uuidv7(), status: 'draft', draftFiles: files })
}

async function statusOf(test: TestApp) {
  return (await findDocument(test.app.db, 'demo', 'ask'))?.status
}

const minutesLive = async (test: TestApp) =>
  (await test.app.content.published('demo', 'ask'))?.body.demo.minutes

async function fourEyes(test: TestApp) {
  const settings = [
    'format: foyer-settings/1',
    'name: Alder',
    'locales: [en, zh, es]',
    'timeZone: Europe/Madrid',
    'currency: EUR',
    'conversionWindowDays: 30',
    'consent: notice',
    'embedHosts: []',
    'review: { fourEyes: true }',
    '',
  ].join('\n')
  const named = { kind: 'settings', slug: 'settings' } as const
  const draftFiles = { 'settings.yaml': settings }
  await insertDocument(test.app.db, { ...named, id: uuidv7(), status: 'draft', draftFiles })
  await publishDocument({ ctx: asStaff(test, 'admin'), input: { ...named, draftVersion: 1 } })
}

test('what was approved goes live, whatever is edited since', async () => {
  await using test = await createTestApp()
  await draft(test, soundFilesWith(3))
  const [author, publisher] = [asStaff(test, 'operator'), asStaff(test, 'publisher')]
  const { reviewId } = await askReview({ ctx: author, input: { ...ASK, draftVersion: 1, note: 'Ready' } })
  expect(await statusOf(test)).toBe('in-review')
  await decideReview({ ctx: publisher, input: { ...ASK, reviewId, decision: 'approved', answer: 'Good' } })
  await saveDraft({ ctx: author, input: { ...ASK, draftVersion: 1, files: soundFilesWith(9) } })
  const { number } = await publishReviewed({ ctx: publisher, input: { ...ASK, reviewId } })
  expect(number).toBe(1)
  expect(await minutesLive(test)).toBe(3)
  expect((await findDocument(test.app.db, 'demo', 'ask'))?.draftFiles).toEqual(soundFilesWith(9))
  const [entry] = await listAuditEntries(test.app.db, { limit: 1 })
  expect(entry).toMatchObject({ action: 'document.publish', data: { revision: 1, draftVersion: 1 } })
  await expect(publishReviewed({ ctx: publisher, input: { ...ASK, reviewId } })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a review is asked for once, of the version that was looked at, and is taken back', async () => {
  await using test = await createTestApp()
  await draft(test)
  const ctx = asStaff(test, 'operator')
  await expect(askReview({ ctx, input: { ...ASK, draftVersion: 2 } })).rejects.toMatchObject({
    code: 'conflict',
  })
  const asked = await Promise.allSettled(
    [1, 2].map(() => askReview({ ctx, input: { ...ASK, draftVersion: 1 } })),
  )
  expect(asked.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const [review] = (await readReviews({ ctx, input: ASK })).reviews
  const reviewId = review?.id ?? ''
  await withdrawReview({ ctx, input: { ...ASK, reviewId } })
  expect(await statusOf(test)).toBe('draft')
  await expect(withdrawReview({ ctx, input: { ...ASK, reviewId } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await askReview({ ctx, input: { ...ASK, draftVersion: 1 } })
})

test('a review is sent back with a reason, and what was not approved is not published by it', async () => {
  await using test = await createTestApp()
  await draft(test)
  const publisher = asStaff(test, 'publisher')
  const { reviewId } = await askReview({ ctx: asStaff(test, 'operator'), input: { ...ASK, draftVersion: 1 } })
  await expect(publishReviewed({ ctx: publisher, input: { ...ASK, reviewId } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await decideReview({
    ctx: publisher,
    input: { ...ASK, reviewId, decision: 'sent-back', answer: 'Too long' },
  })
  expect(await statusOf(test)).toBe('draft')
  const { reviews } = await readReviews({ ctx: publisher, input: ASK })
  expect(reviews[0]).toMatchObject({ state: 'sent-back', answer: 'Too long', decidedByName: 'publisher' })
  await expect(publishReviewed({ ctx: publisher, input: { ...ASK, reviewId } })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a live document stays live while its draft is in review', async () => {
  await using test = await createTestApp()
  await draft(test, soundFilesWith(3))
  const ctx = asStaff(test, 'publisher')
  await publishDocument({ ctx, input: { ...ASK, draftVersion: 1 } })
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: soundFilesWith(4) } })
  const { reviewId } = await askReview({ ctx, input: { ...ASK, draftVersion: 2 } })
  expect(await statusOf(test)).toBe('published')
  await decideReview({ ctx, input: { ...ASK, reviewId, decision: 'approved' } })
  expect(await minutesLive(test)).toBe(3)
  expect((await publishReviewed({ ctx, input: { ...ASK, reviewId } })).number).toBe(2)
  expect(await minutesLive(test)).toBe(4)
})

test('a draft with errors is not approved', async () => {
  await using test = await createTestApp()
  await draft(test, brokenFiles)
  const { reviewId } = await askReview({ ctx: asStaff(test, 'operator'), input: { ...ASK, draftVersion: 1 } })
  const ctx = asStaff(test, 'publisher')
  await expect(
    decideReview({ ctx, input: { ...ASK, reviewId, decision: 'approved' } }),
  ).rejects.toMatchObject({ code: 'proof-failed' })
  expect((await readReviews({ ctx, input: ASK })).reviews[0]?.state).toBe('asked')
})

test('where two must see it, no author approves or publishes alone, and one may publish what another approved', async () => {
  await using test = await createTestApp()
  await fourEyes(test)
  await draft(test)
  const [author, other] = [asStaff(test, 'publisher'), asStaff(test, 'publisher', 'operator')]
  await saveDraft({ ctx: author, input: { ...ASK, draftVersion: 1, files: soundFilesWith(3) } })
  const sole = { code: 'conflict', details: { reason: 'four-eyes' } }
  await expect(publishDocument({ ctx: author, input: { ...ASK, draftVersion: 2 } })).rejects.toMatchObject(
    sole,
  )
  const { reviewId } = await askReview({ ctx: author, input: { ...ASK, draftVersion: 2 } })
  const approve = { ...ASK, reviewId, decision: 'approved' as const }
  await expect(decideReview({ ctx: author, input: approve })).rejects.toMatchObject(sole)
  await decideReview({ ctx: other, input: approve })
  await publishReviewed({ ctx: author, input: { ...ASK, reviewId } })
  expect(await minutesLive(test)).toBe(3)
  await saveDraft({ ctx: author, input: { ...ASK, draftVersion: 2, files: soundFilesWith(5) } })
  await saveDraft({ ctx: other, input: { ...ASK, draftVersion: 3, files: soundFilesWith(6) } })
  for (const ctx of [author, other])
    await expect(publishDocument({ ctx, input: { ...ASK, draftVersion: 4 } })).rejects.toMatchObject(sole)
  await publishDocument({ ctx: asStaff(test, 'admin'), input: { ...ASK, draftVersion: 4 } })
  expect(await minutesLive(test)).toBe(6)
})

test('who changed the draft after what was approved is an author still, once that is live', async () => {
  await using test = await createTestApp()
  await fourEyes(test)
  await draft(test, soundFilesWith(3))
  const [author, second, approver] = [
    asStaff(test, 'publisher'),
    asStaff(test, 'publisher', 'operator'),
    asStaff(test, 'admin'),
  ]
  const { reviewId } = await askReview({ ctx: author, input: { ...ASK, draftVersion: 1 } })
  await saveDraft({ ctx: author, input: { ...ASK, draftVersion: 1, files: soundFilesWith(4) } })
  await saveDraft({ ctx: second, input: { ...ASK, draftVersion: 2, files: soundFilesWith(5) } })
  await decideReview({ ctx: approver, input: { ...ASK, reviewId, decision: 'approved' } })
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  await publishReviewed({ ctx: approver, input: { ...ASK, reviewId } })
  await expect(publishDocument({ ctx: author, input: { ...ASK, draftVersion: 3 } })).rejects.toMatchObject({
    details: { reason: 'four-eyes' },
  })
})

test('only an admin turns the second pair of eyes off', async () => {
  await using test = await createTestApp()
  await fourEyes(test)
  const named = { kind: 'settings', slug: 'settings' } as const
  const files = (await findDocument(test.app.db, 'settings', 'settings'))?.draftFiles ?? {}
  const off = { 'settings.yaml': (files['settings.yaml'] ?? '').replace('true', 'false') }
  await expect(
    saveDraft({ ctx: asStaff(test, 'publisher'), input: { ...named, draftVersion: 1, files: off } }),
  ).rejects.toMatchObject({ code: 'forbidden', details: { permission: 'privacy.manage' } })
})

test('comments keep their line, and are settled once', async () => {
  await using test = await createTestApp()
  await draft(test)
  const ctx = asStaff(test, 'operator')
  await addComment({ ctx, input: { ...ASK, file: 'demo.yaml', line: 2, words: 'Shorter?' } })
  for (const place of [{ file: 'demo.yaml', line: 99_999 }, { file: '../secret' }])
    await expect(addComment({ ctx, input: { ...ASK, ...place, words: 'a' } })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  const { comments } = await readReviews({ ctx, input: ASK })
  expect(comments).toMatchObject([
    { file: 'demo.yaml', line: 2, quote: 'slug: ask', words: 'Shorter?', byName: 'operator' },
  ])
  const settle = { ...ASK, commentId: comments[0]?.id ?? '' }
  await resolveComment({ ctx, input: settle })
  await expect(resolveComment({ ctx, input: settle })).rejects.toMatchObject({ code: 'not-found' })
})

test('the review of another document is none of this one', async () => {
  await using test = await createTestApp()
  await draft(test)
  const other = { kind: 'help', slug: 'other' } as const
  const draftFiles = { 'en.mdx': '---\ntitle: A\nsummary: B\n---\n\nC\n' }
  await insertDocument(test.app.db, { ...other, id: uuidv7(), status: 'draft', draftFiles })
  const ctx = asStaff(test, 'publisher')
  const { reviewId } = await askReview({ ctx, input: { ...ASK, draftVersion: 1 } })
  const decide = { ...other, reviewId, decision: 'approved' as const }
  await expect(decideReview({ ctx, input: decide })).rejects.toMatchObject({ code: 'not-found' })
  await expect(withdrawReview({ ctx, input: { ...other, reviewId } })).rejects.toMatchObject({
    code: 'not-found',
  })
  const ask = await findDocument(ctx.db, 'demo', 'ask')
  expect((await listReviews(ctx.db, ask?.id ?? '', 5))[0]?.state).toBe('asked')
})
