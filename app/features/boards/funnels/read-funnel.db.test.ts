import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { countInList, FUNNEL_LISTS } from '~/domain/insight/funnel/funnel-question'
import { readOverview } from '../overview/read-overview.server'
import { listFunnelUnits } from './list-funnel-units.server'
import { readFunnel } from './read-funnel.server'

const SLUG = 'request-approval'
const STEPS = { step1: 'trial', step2: 'finish', step3: 'rating' }

async function withTrials() {
  const test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  test.clock.at = TEST_NOW
  const rows = fc.sample(arbitraryTrials(30), { numRuns: 10, seed: 7 }).flat()
  const own = rows.map((row) => ({ ...row, demoSlug: SLUG }))
  await insertMeasuredTrials(test.app.db, own)
  return test
}

test('the list behind every number of a funnel is exactly as long as the number', async () => {
  await using test = await withTrials()
  const ctx = asStaff(test, 'growth')
  for (const asked of [
    { range: 'all', per: 'visitor' },
    { range: 'all', per: 'trial', flagged: 'in' },
    { range: 'all', per: 'account', simulated: 'out' },
    { range: 'all', per: 'visitor', order: 'unordered', window: '1h' },
    { range: 'all', per: 'trial', order: 'strict', window: '90d', not1: 'asked' },
  ]) {
    const board = await readFunnel({ ctx, input: { ...asked, ...STEPS } })
    const counts = board.result.steps.map((step) => step.count)
    for (const list of FUNNEL_LISTS) {
      for (const at of [1, 2, 3]) {
        const place = { list, at: String(at) }
        const input = { ...asked, ...STEPS, ...place, asOf: String(board.query.asOf) }
        const shown = await listFunnelUnits({ ctx, input })
        const number = countInList(counts, { list, step: at })
        expect([asked, place, shown.count]).toEqual([asked, place, number])
        expect(shown.units).toHaveLength(Math.min(50, number))
      }
    }
  }
}, 120_000)

test('a funnel of one step by trials counts the trials of the overview', async () => {
  await using test = await withTrials()
  const ctx = asStaff(test, 'growth')
  for (const asked of [
    { range: 'all' },
    { range: '90d', flagged: 'in' },
    { simulated: 'out', plan: 'free' },
  ]) {
    const { result } = await readFunnel({ ctx, input: { ...asked, per: 'trial', step1: 'trial' } })
    const overview = await readOverview({ ctx, input: asked })
    expect(result.steps[0]?.count).toBe(overview.counts.started)
  }
}, 60_000)

test('the groups of a breakdown at step 1 sum to step 1', async () => {
  await using test = await withTrials()
  const input = { range: 'all', per: 'trial', group: 'plan', groupAt: '1', ...STEPS }
  const { result } = await readFunnel({ ctx: asStaff(test, 'growth'), input })
  const sum = (result.breakdown ?? []).reduce((all, group) => all + (group.steps[0]?.count ?? 0), 0)
  expect(sum).toBe(result.steps[0]?.count)
  expect(sum).toBeGreaterThan(0)
}, 60_000)

test('what is wrong in an address is left out of its funnel', async () => {
  await using test = await createTestApp()
  const input = {
    step1: 'nothing',
    step2: 'trial',
    'step2.plan': 'free',
    'step2.goal': 'quote',
    per: 'people',
  }
  const { rules, leftOut } = await readFunnel({ ctx: asStaff(test, 'growth'), input })
  expect(rules.steps).toEqual([{ event: 'trial', values: { plan: 'free' } }])
  expect(leftOut).toContainEqual({ name: 'per', value: 'people' })
})

test('nobody sees a funnel without the right to', async () => {
  await using test = await createTestApp()
  for (const verb of [readFunnel, listFunnelUnits]) {
    await expect(verb({ ctx: test.as(), input: {} })).rejects.toMatchObject({ code: 'unauthenticated' })
    const operator = asStaff(test, 'operator')
    await expect(verb({ ctx: operator, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
  }
})
