import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rating } from '#db/schema/trial'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { isTextFound } from '~/domain/insight/text-search'
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

test('a search that cannot be read is left out and said so, like columns that there are not', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  await commented(test, COMMENTS)
  const input = { ...ALL, search: 'x'.repeat(201), columns: 'started,shoe' }
  const { leftOut, count, query } = await listTrials({ ctx: asStaff(test, 'growth'), input })
  expect(leftOut.map(({ name }) => name).sort()).toEqual(['columns', 'search'])
  expect([count, query.search, query.columns]).toEqual([COMMENTS.length, undefined, undefined])
})
