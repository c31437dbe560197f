import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import { queryOf } from '../filter/board-query'
import { listTrials } from '../trials/list-trials.server'
import { rowHref } from './breakdown-query'
import { exportBreakdownCsv } from './export-breakdown-csv.server'
import { exportBreakdownJson } from './export-breakdown-json.server'
import { readBreakdown } from './read-breakdown.server'

const TRIALS = fc.sample(arbitraryTrials(20), { numRuns: 40, seed: 7 }).flat()

test('each number of a row opens a list of as many trials, at the watermark of the table', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, TRIALS)
  const ctx = asStaff(app, 'growth')
  const asked = { range: 'all', flagged: 'in', without: 'account' }
  for (const [measure, and] of [
    ['completion', 'beginning'],
    ['converted', 'keyword'],
    ['tasks', 'campaign'],
  ] as const) {
    const { query, rows } = await readBreakdown({ ctx, input: { ...asked, measure, by: 'source', and } })
    expect(rows.length).toBeGreaterThan(2)
    const { part, whole } = MEASURE_SETS[measure]
    for (const { keys, trials, numerator, estimate } of rows) {
      const countOf = async (set: typeof whole) =>
        (await listTrials({ ctx, input: queryOf(`http://x${rowHref(query, keys, set)}`) })).count
      expect(await countOf('started')).toBe(trials)
      expect(await countOf(whole)).toBe(estimate.count)
      if (part) expect(await countOf(part)).toBe(numerator)
    }
  }
})

test('the files hold the rows of the page', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, TRIALS)
  const ctx = asStaff(app, 'growth')
  const page = await readBreakdown({ ctx, input: { range: 'all', by: 'plan', and: 'account', order: 'key' } })
  const input = { range: 'all', by: 'plan', and: 'account', order: 'key', asOf: String(page.query.asOf) }
  const file = JSON.parse(await exportBreakdownJson({ ctx, input })) as { rows: unknown; asOf: string }
  expect(file).toMatchObject({ asOf: page.period.asOf.toISOString(), rows: page.rows })
  const [head, ...lines] = (await exportBreakdownCsv({ ctx, input })).trim().split('\r\n')
  expect(head).toContain('plan,account,trials,numerator,denominator,value,low,high')
  expect(lines).toHaveLength(page.rows.length)
})

test('who may not read boards gets neither the page nor a file', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'operator')
  for (const verb of [readBreakdown, exportBreakdownCsv, exportBreakdownJson]) {
    await expect(verb({ ctx, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
  }
})
