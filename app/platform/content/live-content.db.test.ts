import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument, setStatus } from '#db/queries/documents'
import { notifyContentChanged } from '#db/queries/notices'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'

const SLUG = 'request-approval'
const minutes = (count: number) => approvalSource.replace('minutes: 3', `minutes: ${count}`)

test('what is live is read once and forgotten at a notice', async () => {
  await using test = await createTestApp()
  const { db, content } = test.app
  const { documentId } = await publishDemo(db, minutes(3))
  expect((await content.published('demo', SLUG))?.number).toBe(1)
  await publishDemo(db, minutes(4))
  expect((await content.published('demo', SLUG))?.number).toBe(1)
  await notifyContentChanged(db, { kind: 'demo', slug: SLUG })
  await expect.poll(async () => (await content.published('demo', SLUG))?.number, { interval: 10 }).toBe(2)
  await setStatus(db, { id: documentId, status: 'retired', insteadSlug: null, at: new Date(), by: null })
  await notifyContentChanged(db, { kind: 'demo', slug: SLUG })
  await expect.poll(() => content.status('demo', SLUG), { interval: 10 }).toBe('retired')
})

test('a notice of a change that is rolled back is never sent', async () => {
  await using test = await createTestApp()
  const { db, content } = test.app
  await publishDemo(db, minutes(3))
  const first = await content.published('demo', SLUG)
  const rolledBack = db.transaction(async (tx) => {
    await notifyContentChanged(tx, { kind: 'demo', slug: SLUG })
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  expect(await content.published('demo', SLUG)).toBe(first)
})

test('a lost listener is missed by nobody: meanwhile every read asks, and afterwards notices arrive again', async () => {
  await using test = await createTestApp()
  const { db, sql, content } = test.app
  await publishDemo(db, minutes(3))
  await content.published('demo', SLUG)
  const cut = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'foyer-listener' and datname = current_database()`
  expect(cut).toHaveLength(1)
  // No notice is sent for this one: it is seen because the listener is down, or because it came back.
  await publishDemo(db, minutes(4))
  await expect
    .poll(async () => (await content.published('demo', SLUG))?.number, { timeout: 1_000, interval: 10 })
    .toBe(2)
  const listeners = () => sql`
    select 1 from pg_stat_activity
    where application_name = 'foyer-listener' and datname = current_database()`
  await expect.poll(async () => (await listeners()).length, { timeout: 5_000, interval: 50 }).toBe(1)
  await publishDemo(db, minutes(5))
  await notifyContentChanged(db, { kind: 'demo', slug: SLUG })
  await expect
    .poll(async () => (await content.published('demo', SLUG))?.number, { timeout: 1_000, interval: 10 })
    .toBe(3)
})

test('a draft is absent for visitors', async () => {
  await using test = await createTestApp()
  const { db, content } = test.app
  await insertDocument(db, { id: uuidv7(), kind: 'demo', slug: 'new', status: 'draft', draftFiles: {} })
  expect(await content.status('demo', 'new')).toBe('absent')
  expect(await content.published('demo', 'new')).toBeNull()
  expect(await content.list('demo')).toEqual([])
  expect(await content.revision(uuidv7())).toBeNull()
})

test('a read that failed is not kept: what is live, and its revision, are read again the next time', async () => {
  await using test = await createTestApp()
  const { db, sql, content } = test.app
  const { revisionId } = await publishDemo(db, minutes(3))
  await sql`alter table document rename to document_away`
  await expect(content.published('demo', SLUG)).rejects.toThrow()
  await sql`alter table document_away rename to document`
  await sql`alter table revision rename to revision_away`
  await expect(content.published('demo', SLUG)).rejects.toThrow()
  await expect(content.revision(revisionId)).rejects.toThrow()
  await sql`alter table revision_away rename to revision`
  expect((await content.published('demo', SLUG))?.number).toBe(1)
  expect((await content.revision(revisionId))?.number).toBe(1)
})

test('a revision that is not there yet is found once it is', async () => {
  await using test = await createTestApp()
  const { db, sql, content } = test.app
  const { revisionId, documentId } = await publishDemo(db, minutes(3))
  const later = uuidv7()
  expect(await content.revision(later)).toBeNull()
  await sql`
    insert into revision (id, document_id, number, content_hash, files, body, rendered)
    select ${later}, ${documentId}, 2, 'later', files, body, rendered from revision where id = ${revisionId}`
  expect((await content.revision(later))?.number).toBe(2)
})
