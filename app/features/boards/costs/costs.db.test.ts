import { expect, test } from 'vitest'
import { v7 } from 'uuid'
import { insertSimulatedCosts } from '#db/queries/costs'
import { listAuditEntries } from '#db/queries/audit'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { readChannels } from '../channels/read-channels.server'
import { changeCost } from './change-cost.server'
import { checkCostFile } from './check-cost-file.server'
import { createCost } from './create-cost.server'
import { exportCosts } from './export-costs.server'
import { importCostFile } from './import-cost-file.server'
import { listCosts } from './list-costs.server'
import { removeCost } from './remove-cost.server'
import { restoreCost } from './restore-cost.server'

const FAIR = {
  ...{ channel: 'paid' as const, source: 'fair', campaign: '', reference: '' },
  ...{ firstDay: '2026-01-01', lastDay: '2026-01-31', value: 310, currency: 'USD' },
}

test('a cost is entered, changed, removed and put back, and each is in the audit', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id } = await createCost({ ctx, input: FAIR })
  await changeCost({ ctx, input: { ...FAIR, value: 400, id, version: 1 } })
  await removeCost({ ctx, input: { id, version: 2 } })
  const without = await listCosts({ ctx, input: { removed: id } })
  expect(without).toMatchObject({ costs: [], removed: { id, version: 3, value: 400 } })
  await restoreCost({ ctx, input: { id, version: 3 } })
  const { costs, sum, removed } = await listCosts({ ctx, input: { removed: id } })
  expect(costs).toMatchObject([{ id, version: 4, value: 400, source: 'fair' }])
  expect([sum.value, removed]).toEqual([400, null])
  const entries = await listAuditEntries(test.app.db, { subject: { kind: 'cost', id }, limit: 10 })
  expect(entries.map(({ action }) => action).sort()).toEqual([
    ...['cost.change', 'cost.create', 'cost.remove', 'cost.restore'],
  ])
})

test('nobody overwrites or removes what another changed meanwhile', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id } = await createCost({ ctx, input: FAIR })
  await changeCost({ ctx, input: { ...FAIR, value: 1, id, version: 1 } })
  const late = await Promise.allSettled([
    changeCost({ ctx, input: { ...FAIR, value: 2, id, version: 1 } }),
    removeCost({ ctx, input: { id, version: 1 } }),
    restoreCost({ ctx, input: { id, version: 2 } }),
  ])
  expect(late.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual([
    ...['conflict', 'conflict', 'conflict'],
  ])
  expect((await listCosts({ ctx, input: {} })).costs).toMatchObject([{ value: 1, version: 2 }])
  await expect(removeCost({ ctx, input: { id: v7(), version: 1 } })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('the same cost twice is refused, unless a reference tells them apart', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id } = await createCost({ ctx, input: FAIR })
  const exists = { code: 'invalid-input', details: { issues: [{ at: 'reference', message: 'exists' }] } }
  await expect(createCost({ ctx, input: { ...FAIR, value: 5 } })).rejects.toMatchObject(exists)
  const other = await createCost({ ctx, input: { ...FAIR, reference: 'invoice 2' } })
  await expect(changeCost({ ctx, input: { ...FAIR, id: other.id, version: 1 } })).rejects.toMatchObject(
    exists,
  )
  await removeCost({ ctx, input: { id, version: 1 } })
  await createCost({ ctx, input: FAIR })
  await expect(restoreCost({ ctx, input: { id, version: 2 } })).rejects.toMatchObject(exists)
})

test.each([
  [{ lastDay: '2025-12-31' }, 'lastDay', 'order'],
  [{ lastDay: '2026-02-30' }, 'lastDay', 'day'],
  [{ lastDay: '2040-01-01' }, 'lastDay', 'long'],
  [{ source: '', campaign: 'spring' }, 'source', 'source-of-campaign'],
  [{ value: -1 }, 'value', 'amount'],
  [{ currency: 'EURO' }, 'currency', 'currency'],
  [{ channel: 'unknown' as 'paid' }, 'channel', 'channel'],
])('the cost with %j is refused at its field', async (change, at, message) => {
  await using test = await createTestApp()
  const refused = createCost({ ctx: asStaff(test, 'growth'), input: { ...FAIR, ...change } })
  await expect(refused).rejects.toMatchObject({
    code: 'invalid-input',
    details: { issues: [{ at, message }] },
  })
})

const HEAD = 'channel,source,campaign,from,to,amount,currency,reference'
const bytesOf = (...lines: string[]) => new TextEncoder().encode([HEAD, ...lines].join('\n'))

test('a file is shown line by line and writes nothing before it is taken over; twice it changes nothing', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  await createCost({ ctx, input: FAIR })
  const input = {
    name: 'costs.csv',
    bytes: bytesOf(
      'paid,fair,,2026-01-01,2026-01-31,500,USD,',
      'Email,,,2026-02-01,2026-02-28,300.50,,',
      'email,,,2026-02-01,2026-02-28,7,,',
      'radio,,autumn,2026-02-30,2026-03-01,much,EURO,',
    ),
  }
  const checked = await checkCostFile({ ctx, input })
  if (!('lines' in checked)) throw new Error('unreadable')
  expect(checked.counts).toEqual({ new: 1, changed: 1, same: 0, invalid: 2 })
  expect(checked.lines.map(({ line, issues }) => [line, ...issues.map(({ problem }) => problem)])).toEqual([
    [2],
    [3],
    [4, 'twice'],
    [5, 'amount', 'day', 'channel', 'currency'],
  ])
  expect((await listCosts({ ctx, input: {} })).costs).toMatchObject([{ value: 310, version: 1 }])
  const { counts } = await importCostFile({ ctx, input: { ...input, hash: checked.hash } })
  expect(counts).toEqual(checked.counts)
  const values = (await listCosts({ ctx, input: {} })).costs.map(({ value }) => value)
  expect(values).toEqual([300.5, 500])
  const again = await importCostFile({ ctx, input: { ...input, hash: checked.hash } })
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, invalid: 2 })
  await expect(
    importCostFile({
      ctx,
      input: { ...input, bytes: bytesOf('email,,,2026-02-01,2026-02-28,1,,'), hash: checked.hash },
    }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('amounts and days that could be read in two ways are asked about, and a file without its columns is refused', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const bytes = new TextEncoder().encode('canal;desde;hasta;importe\npaid;01/02/2026;02/02/2026;1.200')
  const asked = await checkCostFile({ ctx, input: { bytes } })
  expect(asked).toMatchObject({ questions: ['dayOrder', 'decimalSign'], counts: { invalid: 1 } })
  const notation = { dayOrder: 'day-first' as const, decimalSign: ',' as const }
  const [line] = [await checkCostFile({ ctx, input: { bytes, notation } })].flatMap((file) =>
    'lines' in file ? file.lines : [],
  )
  expect(line?.cost).toMatchObject({
    firstDay: '2026-02-01',
    lastDay: '2026-02-02',
    value: 1200,
    currency: 'USD',
  })
  const headless = { bytes: new TextEncoder().encode('channel,cost\npaid,12') }
  expect(await checkCostFile({ ctx, input: headless })).toEqual({ missing: ['firstDay', 'lastDay'] })
})

test('what is downloaded is no formula, and uploaded again it says the same', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  await createCost({ ctx, input: { ...FAIR, source: '=1+2', reference: '@sum' } })
  const text = await exportCosts({ ctx })
  expect(text).toContain("'=1+2")
  const checked = await checkCostFile({ ctx, input: { bytes: new TextEncoder().encode(text) } })
  expect(checked).toMatchObject({ counts: { new: 0, changed: 0, same: 1, invalid: 0 } })
})

test('costs reach the channels board by their days, and simulated ones never beside others', async () => {
  await using test = await createTestApp()
  test.clock.at = new Date('2026-01-10T12:00:00Z')
  const ctx = asStaff(test, 'growth')
  const simulated = { ...FAIR, id: v7(), value: 9300 }
  await insertSimulatedCosts(test.app.db, [simulated], { at: test.clock.at, by: 'test' })
  const costOf = async (input: Record<string, string>) => {
    await ctx.columns.catchUp()
    const { whole, costs } = await readChannels({ ctx, input })
    return [whole.cost?.value ?? null, costs]
  }
  const week = { from: '2026-01-04', to: '2026-01-10' }
  expect(await costOf(week)).toEqual([2100, 'simulated'])
  expect(await costOf({ ...week, simulated: 'out' })).toEqual([null, 'entered'])
  const { id } = await createCost({ ctx, input: FAIR })
  expect(await costOf(week)).toEqual([70, 'entered'])
  expect(await costOf({ ...week, channel: 'email' })).toEqual([null, 'entered'])
  expect(await costOf({ ...week, device: 'phone' })).toEqual([null, 'narrowed'])
  const { costs, sum } = await listCosts({ ctx, input: { ...week, channel: 'paid' } })
  expect([costs.map(({ part }) => part), sum.value]).toEqual([[70], 70])
  await removeCost({ ctx, input: { id, version: 1 } })
  expect(await costOf(week)).toEqual([2100, 'simulated'])
})

test('who may read boards may see costs, and growth leads and admins may change them', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'publisher')
  await expect(listCosts({ ctx, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(createCost({ ctx, input: FAIR })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(exportCosts({ ctx })).rejects.toMatchObject({ code: 'forbidden' })
  await createCost({ ctx: asStaff(test, 'admin'), input: FAIR })
})
