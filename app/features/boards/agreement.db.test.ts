import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { trialsHref } from './filter/board-links'
import { queryOf } from './filter/board-query'
import { valueSet } from './breakdown/breakdown-query'
import { readBreakdown } from './breakdown/read-breakdown.server'
import { readConversion } from './conversion/read-conversion.server'
import { readOverview } from './overview/read-overview.server'
import { stageSets } from './stages/stage-sets'
import { listTrials } from './trials/list-trials.server'

const rows = fc.sample(arbitraryTrials(30), { numRuns: 30, seed: 17 }).flat()

async function appWithTrials() {
  const test = await createTestApp()
  test.clock.at = TEST_NOW
  await insertMeasuredTrials(test.app.db, rows)
  return { test, ctx: asStaff(test, 'growth'), [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() }
}

const QUERIES = [
  { range: 'all' },
  { range: '90d', flagged: 'in' },
  { range: 'all', simulated: 'out', unit: 'visitor' },
  { range: 'all', unit: 'account', goal: 'purchase' },
]

test('both numbers of every stage open a list of exactly as many trials', async () => {
  await using app = await appWithTrials()
  const { ctx } = app
  for (const input of QUERIES) {
    const { query, stages, conversion } = await readOverview({ ctx, input })
    for (const { stage, numerator, denominator } of stages.stages) {
      const { part, whole } = stageSets(stage, conversion.terms)
      for (const [set, number] of [
        [part, numerator],
        [whole, denominator],
      ] as const) {
        const list = await listTrials({ ctx, input: queryOf(`http://foyer${trialsHref(query, set)}`) })
        expect([stage, set, list.count]).toEqual([stage, set, number])
      }
    }
  }
}, 60_000)

test('the boards agree: trials, finished trials and conversions are the same number everywhere', async () => {
  await using app = await appWithTrials()
  const { ctx } = app
  for (const input of QUERIES) {
    const overview = await readOverview({ ctx, input })
    const board = await readConversion({ ctx, input })
    const trials = await readBreakdown({ ctx, input: { ...input, measure: 'completion' } })
    const [acquisition, activation, , , revenue] = overview.stages.stages
    const sum = overview.demos.reduce((all, demo) => all + demo.trials, 0)
    const { started, finished } = overview.counts
    expect([acquisition?.denominator, activation?.denominator, trials.trials, sum]).toEqual(
      Array(4).fill(started),
    )
    expect([activation?.numerator, trials.all.numerator]).toEqual([finished, finished])
    const { converted, matured } = board.measure.counts
    expect([revenue?.numerator, revenue?.denominator]).toEqual([converted, matured])
    expect(overview.conversion).toEqual(board.measure)
  }
}, 60_000)

test('flags in or out change the trials of every board alike', async () => {
  await using app = await appWithTrials()
  const { ctx } = app
  const differences = await Promise.all(
    (['in', 'out'] as const).map(async (flagged) => {
      const input = { range: 'all', flagged }
      const overview = await readOverview({ ctx, input })
      const breakdown = await readBreakdown({ ctx, input })
      const conversion = await readConversion({ ctx, input })
      const list = await listTrials({ ctx, input })
      return [overview.counts.started, breakdown.trials, conversion.measure.units, list.count]
    }),
  )
  const [all = [], unflagged = []] = differences
  expect(new Set(all).size).toBe(1)
  expect(new Set(unflagged).size).toBe(1)
  expect(unflagged[0]).toBeLessThan(all[0] ?? 0)
}, 60_000)

test('a unit inside its window is neither converted nor lost, on any board', async () => {
  await using app = await appWithTrials()
  const { ctx } = app
  for (const unit of ['trial', 'visitor', 'account'] as const) {
    const { measures } = await readConversion({ ctx, input: { range: 'all', unit } })
    for (const { counts, units, rate } of measures) {
      expect(counts.matured + counts.early + counts.open).toBe(units)
      expect(rate).toMatchObject({ numerator: counts.converted, denominator: counts.matured })
    }
  }
}, 60_000)

test('a period without anybody has no figure, and says so where there would be a rate', async () => {
  await using app = await appWithTrials()
  const { ctx } = app
  const nobody = { from: '2020-01-01', to: '2020-01-31' }
  const { stages, changes } = await readOverview({ ctx, input: nobody })
  const shares = stages.stages.filter(({ by }) => by !== 'count')
  expect(shares.map(({ denominator, estimate }) => [denominator, estimate.value])).toEqual(
    Array(4).fill([0, null]),
  )
  expect(changes?.changes).toEqual([])
  expect((await readConversion({ ctx, input: nobody })).measure).toMatchObject({ units: 0, headline: null })
}, 60_000)

test('values agree between overview, conversion board and breakdown, and every amount opens its trials', async () => {
  await using app = await appWithTrials()
  const { ctx } = app
  for (const simulated of ['in', 'out']) {
    const input = { range: 'all', flagged: 'in', simulated }
    const { stages } = await readOverview({ ctx, input })
    const board = await readConversion({ ctx, input })
    expect(stages.value).toEqual(board.values[0])
    const { currency, all, apart, factors, query } = await readBreakdown({
      ctx,
      input: { ...input, measure: 'value' },
    })
    expect([currency, all.numerator]).toEqual([stages.value.valued.currency, stages.value.valued.value])
    expect(apart).toEqual(stages.value.valued.apart)
    const listed = await listTrials({
      ctx,
      input: queryOf(`http://foyer${trialsHref(query, valueSet(factors))}`),
    })
    const counted = listed.trials.filter(({ converted }) => converted)
    expect(counted).toHaveLength(listed.count)
    expect(listed.count).toBeGreaterThan(0)
    expect(apart.length).toBeGreaterThan(0)
  }
}, 60_000)
