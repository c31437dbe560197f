import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { COHORT_MEASURES } from '~/domain/insight/cohorts/cohort-terms'
import { exportTable } from '../files/export-table.server'
import { queryOf } from '../filter/board-query'
import { listTrials } from '../trials/list-trials.server'
import { EVERYBODY, cellSet, cohortHref } from './cohort-query'
import { readCohorts } from './read-cohorts.server'

const TRIALS = fc.sample(arbitraryTrials(30), { numRuns: 20, seed: 5 }).flat()

test('each number of the cohorts opens a list of as many first trials, and the file has every cell', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, TRIALS)
  const ctx = asStaff(app, 'growth')
  const countAt = async (href: string) => (await listTrials({ ctx, input: queryOf(`http://x${href}`) })).count
  for (const follow of COHORT_MEASURES) {
    const board = await readCohorts({ ctx, input: { range: 'all', simulated: 'in', follow } })
    const { query, cohorts, whole } = board
    expect(await countAt(cohortHref(query, null, EVERYBODY))).toBe(whole.visitors)
    expect(cohorts.reduce((sum, { visitors }) => sum + visitors, 0)).toBe(whole.visitors)
    const peopled = cohorts.filter(({ visitors }) => visitors > 1).slice(-4)
    expect(peopled.length).toBeGreaterThan(2)
    for (const cohort of peopled) {
      expect(await countAt(cohortHref(query, cohort, EVERYBODY))).toBe(cohort.visitors)
      for (const { week, rate, isOpen } of cohort.cells.slice(0, 3)) {
        const count = (part: 'happened' | 'followed') =>
          countAt(cohortHref(query, cohort, cellSet(query, week, part)))
        expect(await count('happened')).toBe(rate.numerator)
        expect(await count('followed')).toBe(rate.denominator)
        expect(isOpen).toBe(rate.denominator < cohort.visitors)
      }
    }
    const parameters = { range: 'all', simulated: 'in', follow, asOf: String(query.asOf) }
    const input = { board: 'cohorts', table: 'cohorts', format: 'ndjson' as const, parameters }
    let text = ''
    for await (const chunk of (await exportTable({ ctx, input })).chunks) text += String(chunk)
    const rows = text.trim().split('\n')
    expect(rows).toHaveLength(cohorts.length * 8)
    const [first] = cohorts
    expect(JSON.parse(rows[0] ?? '')).toMatchObject({
      first: first?.first,
      visitors: first?.visitors,
      denominator: first?.cells[0]?.rate.denominator,
    })
  }
})

test('weeks begin on Monday in the time zone of the workspace, the first and the last cut to the period', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, TRIALS)
  const input = { from: '2026-10-07', to: '2026-10-20', simulated: 'in' }
  const { cohorts } = await readCohorts({ ctx: asStaff(app, 'growth'), input })
  expect(cohorts.map(({ first, last }) => [first, last])).toEqual([
    ['2026-10-07', '2026-10-11'],
    ['2026-10-12', '2026-10-18'],
    ['2026-10-19', '2026-10-20'],
  ])
})
