import fc from 'fast-check'
import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { remark } from '#db/schema/remark'
import { rating } from '#db/schema/trial'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { DEFAULT_COLUMNS } from '~/domain/insight/trial-column'
import { isTextFound } from '~/domain/insight/text-search'
import { createPerson } from '~/features/staff/create-person.server'
import { systemContext } from '~/platform/context/context'
import { addNote } from '../notes/add-note.server'
import { chooseColumns } from './choose-columns.server'
import { findOwnColumns } from './find-own-columns.server'
import { listTrials } from './list-trials.server'

const COMMENTS = [
  'Muy ÚTIL para la mañana',
  'muy util',
  '这个演示很好用，但是慢',
  '100% what we need',
  '100 percent_sure',
  'C:\\temp or "quotes" and \'more\'',
  'cafe\u0301 Straße İstanbul',
  'ガイドが分かりやすい',
  'good  with two spaces',
  '<script>alert(1)</script>',
]

const ALL = { range: 'all', flagged: 'in' }

/** Trials with these comments, each with one. */
async function commented(test: TestApp, comments: readonly string[]) {
  const [rows = []] = fc.sample(
    arbitraryTrials(200).filter((all) => all.length >= comments.length),
    { numRuns: 1, seed: 4 },
  )
  const trials = rows.slice(0, comments.length).map((row) => ({ ...row, stars: null }))
  await insertMeasuredTrials(test.app.db, trials)
  const ratings = trials.map(({ id: trialId, visitorId }, index) => {
    return { visitorId, trialId, stars: 4, comment: comments[index] ?? '', createdAt: TEST_NOW }
  })
  await test.app.db.insert(rating).values(ratings)
  return trials
}

test('a search finds what people wrote in any language, letter by letter, and counts what it lists', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  await commented(test, COMMENTS)
  const ctx = asStaff(test, 'growth')
  const parts = fc.constantFrom(...COMMENTS).chain((text) =>
    fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 9 })).map(([from, length]) => {
      return [...text].slice(from, from + length).join('')
    }),
  )
  const searches = fc.oneof(
    parts,
    fc.constantFrom('%', '_', '\\', 'UTIL', '很好', 'CAFÉ', 'nothing of this', "'"),
  )
  await fc.assert(
    fc.asyncProperty(searches, async (search) => {
      fc.pre(search.trim() !== '')
      const { trials, count } = await listTrials({ ctx, input: { ...ALL, search } })
      const expected = COMMENTS.filter((comment) => isTextFound(comment, search.trim()))
      expect(trials.map(({ comment }) => comment).sort()).toEqual(expected.sort())
      expect(count).toBe(expected.length)
    }),
    { numRuns: tries(60) },
  )
}, 120_000)

test('a search finds remarks of the prospect and notes of the team, and the list shows them', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  const [first, second, third] = await commented(test, ['', '', 'nothing of it'])
  if (!first || !second || !third) throw new Error('The sample is too small.')
  const ctx = asStaff(test, 'growth')
  const said = {
    kind: 'wrong' as const,
    state: 'orders',
    seq: 0,
    atMs: 5,
    at: TEST_NOW,
    locale: 'es' as const,
  }
  await test.app.db.insert(remark).values({
    ...{
      ...said,
      visitorId: first.visitorId,
      trialId: first.id,
      id: uuidv7(),
      text: 'No encuentro el BOTÓN',
    },
  })
  const team = systemContext(test.app, 'test')
  await addNote({ ctx: team, input: { trial: second.id, text: 'Looked for the botón\n<b>twice</b>' } })
  const found = await listTrials({ ctx, input: { ...ALL, search: 'boton', sort: 'notes', columns: 'notes' } })
  expect(found.trials.map(({ id, remarks, notes }) => ({ id, remarks, notes }))).toEqual([
    { id: second.id, remarks: [], notes: ['Looked for the botón\n<b>twice</b>'] },
    { id: first.id, remarks: ['No encuentro el BOTÓN'], notes: [] },
  ])
  expect(found.count).toBe(2)
})

test('the columns that a person chose are kept for that person alone', async () => {
  await using test = await createTestApp()
  const person = await createPerson({
    ctx: systemContext(test.app, 'test'),
    input: { name: 'Lin', email: 'lin@example.com', password: 'correct horse battery', roles: ['growth'] },
  })
  const ctx = asStaff(test, 'growth')
  const lin = { ...ctx, actor: { ...ctx.actor, id: person.id } as typeof ctx.actor }
  expect(await findOwnColumns({ ctx: lin })).toBeNull()
  await chooseColumns({ ctx: lin, input: { columns: ['score', 'started'] } })
  await chooseColumns({ ctx: lin, input: { columns: ['started', 'notes'] } })
  expect(await findOwnColumns({ ctx: lin })).toBe('started,notes')
  expect(await findOwnColumns({ ctx })).toBeNull()
  await chooseColumns({ ctx: lin, input: { columns: [...DEFAULT_COLUMNS] } })
  expect(await findOwnColumns({ ctx: lin })).toBeNull()
  const twice = chooseColumns({ ctx: lin, input: { columns: ['score', 'score'] } })
  await expect(twice).rejects.toMatchObject({ code: 'invalid-input' })
})

test('a search that cannot be read is left out and said so, like columns that there are not', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  await commented(test, COMMENTS)
  const input = { ...ALL, search: 'x'.repeat(201), columns: 'started,shoe' }
  const { leftOut, count, query } = await listTrials({ ctx: asStaff(test, 'growth'), input })
  expect(leftOut.map(({ name }) => name).sort()).toEqual(['columns', 'search'])
  expect([count, query.search, query.columns]).toEqual([COMMENTS.length, undefined, undefined])
})
