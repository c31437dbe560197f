import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import { difference } from '~/domain/insight/difference'
import { queryOf } from '../filter/board-query'
import { listTrials } from '../trials/list-trials.server'
import { valueHref } from './differences-query'
import { readDemoDifferences } from './read-demo-differences.server'

const SLUG = 'request-approval'
const SOME = fc.sample(arbitraryTrials(20), { numRuns: 30, seed: 7 }).flat()
const TRIALS = SOME.map((row) => ({ ...row, demoSlug: SLUG }))

test('each number of a plan or role opens a list of as many trials, and differs from the first as said', async () => {
  await using app = await createTestApp()
  await publishDemo(app.app.db, approvalSource)
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, TRIALS)
  const ctx = asStaff(app, 'growth')
  for (const by of ['plan', 'role']) {
    const input = { slug: SLUG, by, range: 'all', flagged: 'in' }
    const { query, rows, values } = await readDemoDifferences({ ctx, input })
    expect(values).toHaveLength(2)
    const cells = rows.flatMap(({ measure, cells: own }) =>
      own.map((cell) => ({ measure, cell, first: own[0] })),
    )
    for (const { measure, cell, first } of cells) {
      const { part, whole } = MEASURE_SETS[measure]
      const countOf = async (set: typeof whole) => {
        const href = valueHref(SLUG, query, cell.value, set)
        return (await listTrials({ ctx, input: queryOf(`http://foyer${href}`) })).count
      }
      expect([measure, await countOf(whole)]).toEqual([measure, cell.estimate.count])
      if (part) expect([measure, await countOf(part)]).toEqual([measure, cell.numerator])
      const expected = first && cell !== first ? difference(cell.estimate, first.estimate) : null
      expect(cell.difference).toEqual(expected)
    }
  }
  const stranger = readDemoDifferences({ ctx: asStaff(app, 'operator'), input: { slug: SLUG } })
  await expect(stranger).rejects.toMatchObject({ code: 'forbidden' })
}, 120_000)
