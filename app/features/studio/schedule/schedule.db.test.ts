import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { findDocument, insertDocument } from '#db/queries/documents'
import { insertSchedule } from '#db/queries/reviews'
import { listAuditEntries } from '#db/queries/audit'
import { asStaff } from '#tests/support/staff'
import { brokenFiles, soundFilesWith } from '#tests/support/studio-demos'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { systemContext } from '~/platform/context/context'
import type { App } from '~/platform/context/context'
import { saveDraft } from '../documents/save-draft.server'
import { askReview } from '../review/ask-review.server'
import { decideReview } from '../review/decide-review.server'
import { readReviews } from '../review/read-reviews.server'
import { publishDocument } from '../revisions/publish-document.server'
import { cancelSchedule } from './cancel-schedule.server'
import { runSchedule } from './run-schedule.server'
import { schedulePublishing } from './schedule-publishing.server'
import { scheduleRetirement } from './schedule-retirement.server'

const ASK = { kind: 'demo', slug: 'ask' } as const
/** The workspace of a test has no settings, so its clocks are UTC's. */
const LATER = '2026-03-02T10:00'
const AFTER = new Date('2026-03-02T10:00:00Z')

async function draft(test: TestApp, slug = 'ask', files = soundFilesWith(3)) {
  await insertDocument(test.app.db, { kind: 'demo', slug, id: uuidv7(), status: 'draft', draftFiles: files })
}

const run = (app: App) => runSchedule({ ctx: systemContext(app, 'schedule') })
const minutesLive = async (app: App) => (await app.content.published('demo', 'ask'))?.body.demo.minutes

test('what was approved goes live at its moment and not before, whatever is edited since, on both instances', async () => {
  await using test = await createTestApp()
  const other = await test.another()
  await draft(test)
  const ctx = asStaff(test, 'publisher')
  const { reviewId } = await askReview({ ctx, input: { ...ASK, draftVersion: 1 } })
  await decideReview({ ctx, input: { ...ASK, reviewId, decision: 'approved' } })
  await schedulePublishing({ ctx, input: { ...ASK, reviewId, at: LATER, note: 'Launch' } })
  await saveDraft({ ctx, input: { ...ASK, draftVersion: 1, files: brokenFiles } })
  expect(await run(test.app)).toBe(false)
  expect(await minutesLive(test.app)).toBeUndefined()
  test.clock.at = AFTER
  expect((await Promise.all([run(test.app), run(other)])).filter(Boolean)).toHaveLength(1)
  expect(await minutesLive(test.app)).toBe(3)
  await expect.poll(() => minutesLive(other)).toBe(3)
  expect(await run(other)).toBe(false)
  const { schedules } = await readReviews({ ctx, input: ASK })
  expect(schedules).toMatchObject([{ state: 'done', action: 'publish', createdByName: 'publisher' }])
  const [entry] = await listAuditEntries(ctx.db, { limit: 1 })
  expect(entry).toMatchObject({
    action: 'document.publish',
    data: { scheduledBy: 'publisher', note: 'Launch' },
  })
})

test('a moment is read by the clocks of the workspace, lies ahead, and is on a day', async () => {
  await using test = await createTestApp()
  await draft(test)
  const ctx = asStaff(test, 'publisher')
  for (const at of ['2026-03-02T09:00', '2026-02-30T10:00', '2029-01-01T00:00', 'tomorrow', '2026-03-02'])
    await expect(schedulePublishing({ ctx, input: { ...ASK, draftVersion: 1, at } })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  await schedulePublishing({ ctx, input: { ...ASK, draftVersion: 1, at: LATER } })
  expect((await readReviews({ ctx, input: ASK })).schedules[0]?.at).toEqual(AFTER)
})

test('a draft that was saved again, or that does not pass, is not scheduled; and nothing twice', async () => {
  await using test = await createTestApp()
  await draft(test)
  await draft(test, 'broken', {
    ...brokenFiles,
    'demo.yaml': (brokenFiles['demo.yaml'] ?? '').replace('slug: ask', 'slug: broken'),
  })
  const ctx = asStaff(test, 'publisher')
  const input = { ...ASK, draftVersion: 1, at: LATER }
  await expect(schedulePublishing({ ctx, input: { ...input, draftVersion: 2 } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(schedulePublishing({ ctx, input: { ...input, slug: 'broken' } })).rejects.toMatchObject({
    code: 'proof-failed',
  })
  await schedulePublishing({ ctx, input })
  await expect(schedulePublishing({ ctx, input })).rejects.toMatchObject({ code: 'conflict' })
})

test('what is cancelled does not happen, and what has happened is not cancelled', async () => {
  await using test = await createTestApp()
  await draft(test)
  const ctx = asStaff(test, 'publisher')
  await schedulePublishing({ ctx, input: { ...ASK, draftVersion: 1, at: LATER } })
  const scheduleId = (await readReviews({ ctx, input: ASK })).schedules[0]?.id ?? ''
  await cancelSchedule({ ctx, input: { ...ASK, scheduleId } })
  test.clock.at = AFTER
  expect(await run(test.app)).toBe(false)
  expect(await minutesLive(test.app)).toBeUndefined()
  await expect(cancelSchedule({ ctx, input: { ...ASK, scheduleId } })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('what waits is cancelled however much was scheduled since, and not by the name of another document', async () => {
  await using test = await createTestApp()
  await draft(test)
  await draft(test, 'other')
  const ctx = asStaff(test, 'publisher')
  await schedulePublishing({ ctx, input: { ...ASK, draftVersion: 1, at: LATER } })
  const [waiting] = (await readReviews({ ctx, input: ASK })).schedules
  const [scheduleId, documentId] = [waiting?.id ?? '', waiting?.documentId ?? '']
  const over = { documentId, action: 'publish', at: AFTER, state: 'cancelled', note: '' } as const
  for (let count = 0; count < 200; count += 1) {
    const by = { createdAt: AFTER, createdBy: 'publisher', createdByName: 'publisher' }
    await insertSchedule(ctx.db, { ...over, ...by, id: uuidv7() })
  }
  await expect(cancelSchedule({ ctx, input: { ...ASK, slug: 'other', scheduleId } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await cancelSchedule({ ctx, input: { ...ASK, scheduleId } })
  test.clock.at = AFTER
  expect(await run(test.app)).toBe(false)
  const [entry] = await listAuditEntries(ctx.db, { limit: 1 })
  expect(entry).toMatchObject({ action: 'document.cancel-schedule', data: { what: 'publish' } })
})

test('a document expires at its moment, with what to try instead', async () => {
  await using test = await createTestApp()
  await draft(test)
  await draft(test, 'other', {
    ...soundFilesWith(3),
    'demo.yaml': (soundFilesWith(3)['demo.yaml'] ?? '').replace('slug: ask', 'slug: other'),
  })
  const ctx = asStaff(test, 'publisher')
  for (const slug of ['ask', 'other'])
    await publishDocument({ ctx, input: { kind: 'demo', slug, draftVersion: 1 } })
  await scheduleRetirement({ ctx, input: { ...ASK, insteadSlug: 'other', at: LATER } })
  expect(await test.app.content.status('demo', 'ask')).toBe('published')
  test.clock.at = AFTER
  expect(await run(test.app)).toBe(true)
  expect(await test.app.content.status('demo', 'ask')).toBe('retired')
  expect(await test.app.content.instead('demo', 'ask')).toBe('other')
  expect((await readReviews({ ctx, input: ASK })).schedules[0]?.state).toBe('done')
})

test('what is refused at its moment has failed, says why, and keeps nothing else waiting', async () => {
  await using test = await createTestApp()
  await draft(test)
  await draft(test, 'gone', {
    ...soundFilesWith(3),
    'demo.yaml': (soundFilesWith(3)['demo.yaml'] ?? '').replace('slug: ask', 'slug: gone'),
  })
  const ctx = asStaff(test, 'publisher')
  for (const slug of ['ask', 'gone'])
    await publishDocument({ ctx, input: { kind: 'demo', slug, draftVersion: 1 } })
  await scheduleRetirement({ ctx, input: { ...ASK, insteadSlug: 'gone', at: LATER } })
  await scheduleRetirement({ ctx, input: { kind: 'demo', slug: 'gone', at: '2026-03-02T09:30' } })
  test.clock.at = AFTER
  expect([await run(test.app), await run(test.app), await run(test.app)]).toEqual([true, true, false])
  expect((await readReviews({ ctx, input: ASK })).schedules[0]).toMatchObject({
    state: 'failed',
    refusal: 'invalid-input',
  })
  expect(await test.app.content.status('demo', 'ask')).toBe('published')
  const [entry] = await listAuditEntries(ctx.db, { limit: 1 })
  expect(entry).toMatchObject({ action: 'document.schedule-failed', data: { refusal: 'invalid-input' } })
})

test('a document that was deleted takes its schedule with it, and an operator schedules nothing', async () => {
  await using test = await createTestApp()
  await draft(test)
  const input = { ...ASK, draftVersion: 1, at: LATER }
  await expect(schedulePublishing({ ctx: asStaff(test, 'operator'), input })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(
    scheduleRetirement({ ctx: asStaff(test, 'operator'), input: { ...ASK, at: LATER } }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect((await findDocument(test.app.db, 'demo', 'ask'))?.status).toBe('draft')
})
