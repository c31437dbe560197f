import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import { trialsHref } from '../filter/board-links'
import { queryOf } from '../filter/board-query'
import { exportTable } from '../files/export-table.server'
import type { TableFormat } from '../files/file-formats'
import { listTrials } from '../trials/list-trials.server'
import { rowHref } from './breakdown-query'
import { readBreakdown } from './read-breakdown.server'

async function collect<Chunk>(chunks: AsyncIterable<Chunk>): Promise<Chunk[]> {
  const all: Chunk[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}

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
    const { query, rows, all, trials } = await readBreakdown({
      ctx,
      input: { ...asked, measure, by: 'source', and },
    })
    expect(rows.length).toBeGreaterThan(2)
    const { part, whole } = MEASURE_SETS[measure]
    const countOfAll = async (set: typeof whole) =>
      (await listTrials({ ctx, input: queryOf(`http://x${trialsHref(query, { name: set }, query.demo)}`) }))
        .count
    expect(await countOfAll('started')).toBe(trials)
    expect(await countOfAll(whole)).toBe(all.estimate.count)
    if (part) expect(await countOfAll(part)).toBe(all.numerator)
    for (const { keys, trials: size, numerator, estimate } of rows) {
      const countOf = async (set: typeof whole) =>
        (await listTrials({ ctx, input: queryOf(`http://x${rowHref(query, keys, { name: set })}`) })).count
      expect(await countOf('started')).toBe(size)
      expect(await countOf(whole)).toBe(estimate.count)
      if (part) expect(await countOf(part)).toBe(numerator)
    }
  }
}, 60_000)

test('the files hold the rows of the page', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, TRIALS)
  const ctx = asStaff(app, 'growth')
  const input = { range: 'all', by: 'plan', and: 'account', order: 'key', simulated: 'in' }
  const page = await readBreakdown({ ctx, input })
  const parameters = { ...input, asOf: String(page.query.asOf) }
  const fileOf = async (format: TableFormat) => {
    const { chunks } = await exportTable({
      ctx,
      input: { board: 'breakdown', table: 'rows', format, parameters },
    })
    return (await collect(chunks)).join('')
  }
  const file = JSON.parse(await fileOf('json')) as { rows: Record<string, unknown>[]; asOf: string }
  expect(file.asOf).toBe(page.period.asOf.toISOString())
  expect(file.rows.map(({ trials, numerator, value }) => ({ trials, numerator, value }))).toEqual(
    page.rows.map(({ trials, numerator, estimate: { value } }) => ({ trials, numerator, value })),
  )
  const [head, ...lines] = (await fileOf('csv')).trim().split('\r\n')
  expect(head).toContain('plan,account,trials,numerator,denominator,value,low,high')
  expect(lines).toHaveLength(page.rows.length)
})

test('who may not read boards gets neither the page nor a file', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'operator')
  const input = { board: 'breakdown', table: 'rows', format: 'csv' as const, parameters: {} }
  await expect(readBreakdown({ ctx, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(exportTable({ ctx, input })).rejects.toMatchObject({ code: 'forbidden' })
})
