import { expect, test } from 'vitest'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { createTrials } from './trial-runs'

test('a demo that could not be read is read again the next time', async () => {
  await using test = await createTestApp()
  const { db, sql, content } = test.app
  const { revisionId } = await publishDemo(db, approvalSource)
  const trials = createTrials({ content })
  await sql`alter table revision rename to revision_away`
  await expect(trials.compiled(revisionId)).rejects.toThrow()
  await sql`alter table revision_away rename to revision`
  expect((await trials.compiled(revisionId)).demo.slug).toBe('request-approval')
})

test('a demo that was not there is found once it is', async () => {
  await using test = await createTestApp()
  const { db, content } = test.app
  const { revisionId } = await publishDemo(db, approvalSource)
  let known = false
  const trials = createTrials({
    content: { ...content, revision: async (id) => (known ? content.revision(id) : null) },
  })
  await expect(trials.compiled(revisionId)).rejects.toMatchObject({ code: 'not-found' })
  known = true
  expect((await trials.compiled(revisionId)).demo.slug).toBe('request-approval')
})

test('a demo is compiled once for all who ask at the same time and later', async () => {
  await using test = await createTestApp()
  const { db, content } = test.app
  const { revisionId } = await publishDemo(db, approvalSource)
  const trials = createTrials({ content })
  const [one, other] = await Promise.all([trials.compiled(revisionId), trials.compiled(revisionId)])
  expect(one).toBe(other)
  expect(await trials.compiled(revisionId)).toBe(one)
})
