import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listAuditEntries } from '#db/queries/audit'
import { insertPastTrial } from '#tests/support/past-trial'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { exportConversions } from '../list/export-conversions.server'
import { checkFile } from './check-file.server'
import { importFile } from './import-file.server'
import { listConversions } from '../list/list-conversions.server'
import { matchConversion } from '../reports/match-conversion.server'
import { recordConversion } from '../reports/record-conversion.server'
import { CONVERSION_FILTERS } from '../schemas'
import type { FileResult } from './row-result'
import { withdrawConversion } from '../reports/withdraw-conversion.server'

const DAY_MS = 86_400_000

const bytesOf = (lines: string[]): Uint8Array => Buffer.from(lines.join('\n'))

function read(verdict: FileResult | { unreadable: string }): FileResult {
  if ('unreadable' in verdict) throw new Error(verdict.unreadable)
  return verdict
}

test('a check says what an import would do and keeps nothing; the import does just that, once', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { visitorId, id: trial } = await insertPastTrial(test, { daysAgo: 5 })
  const contact = { name: 'Ann', email: 'ann@alder.example', company: 'Alder' }
  const own = { id: uuidv7(), goal: 'quote' as const, contact }
  await recordConversion({ ctx: test.as(visitorId), input: own })
  const before = (await listConversions({ ctx, input: {} })).counts
  const bytes = bytesOf([
    'Deal ID;Goal;Close date;Email;Trial',
    'd1;purchase;2026-02-27;ann@alder.example;',
    `d2;purchase;2026-02-28 10:00;;${trial}`,
    'd3;sign-up;2026-02-28;stranger@example.com;',
    'd1;purchase;2026-02-27;ann@alder.example;',
    'd4;purchase;02/03/2026;ann@alder.example;',
  ])
  const input = { name: 'deals.csv', bytes }
  const check = read(await checkFile({ ctx, input }))
  expect(check.rows.map(({ line, verdict, matchedBy }) => [line, verdict, matchedBy])).toEqual([
    [2, 'matched', 'email'],
    [3, 'matched', 'trial'],
    [4, 'unmatched', null],
    [5, 'duplicate', 'email'],
    [6, 'invalid', null],
  ])
  expect(check.rows.map(({ uncounted }) => uncounted)).toEqual([null, null, 'unmatched', null, null])
  expect(check.rows[4]?.issues).toEqual([{ column: 'at', problem: 'day-order', value: '02/03/2026' }])
  expect((await listConversions({ ctx, input: {} })).counts).toEqual(before)
  const other = { ...input, bytes: bytesOf(['Goal;Email', 'purchase;ann@alder.example']), hash: check.hash }
  await expect(importFile({ ctx, input: other })).rejects.toMatchObject({ code: 'conflict' })
  const remapped = { ...input, columns: { email: -1 }, hash: check.hash }
  await expect(importFile({ ctx, input: remapped })).rejects.toMatchObject({ code: 'conflict' })
  const asShown = { ...input, columns: { ...check.columns, visitor: -1, updatedAt: -1 } }
  const counted = (name: string) => test.app.metrics.registry.getSingleMetricAsString(name)
  expect(await counted('foyer_conversions_total')).not.toContain('goal=')
  expect(await counted('foyer_asks_total')).toContain('{goal="quote"} 1')
  const done = await importFile({ ctx, input: { ...asShown, hash: check.hash } })
  expect(done.counts).toEqual(check.counts)
  const again = await importFile({ ctx, input: { ...input, hash: check.hash } })
  expect(again.counts).toMatchObject({ matched: 0, unmatched: 0, duplicate: 4, invalid: 1 })
  expect(await counted('foyer_conversions_total')).toContain('{goal="purchase"} 2')
  expect(await counted('foyer_conversions_total')).toContain('{goal="sign-up"} 1')
  const after = (await listConversions({ ctx, input: {} })).counts
  expect(after).toEqual({ ...before, all: before.all + 3, late: before.late + 3, unmatched: 1 })
  const [entry] = await listAuditEntries(test.app.db, { subject: { kind: 'conversion' }, limit: 5 })
  expect(entry).toMatchObject({ action: 'conversion.import', data: { file: 'deals.csv', duplicate: 4 } })
})

test('days that can be read in two ways are asked for, and what was answered is what is imported', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const bytes = bytesOf(['goal,date,email,id', 'purchase,01/02/2026,who@example.com,d1'])
  const asked = read(await checkFile({ ctx, input: { bytes } }))
  expect(asked).toMatchObject({
    questions: ['dayOrder'],
    notation: { dayOrder: null },
    counts: { invalid: 1 },
  })
  const check = async (dayOrder: 'day-first' | 'month-first') =>
    read(await checkFile({ ctx, input: { bytes, notation: { dayOrder } } }))
  const [dayFirst, monthFirst] = [await check('day-first'), await check('month-first')]
  expect(dayFirst.rows[0]?.at).toBe('2026-02-01T00:00:00.000Z')
  expect(monthFirst.rows[0]?.at).toBe('2026-01-02T00:00:00.000Z')
  const input = { bytes, notation: { dayOrder: 'month-first' as const } }
  await expect(importFile({ ctx, input: { ...input, hash: dayFirst.hash } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await importFile({ ctx, input: { ...input, hash: monthFirst.hash } })
  const { conversions } = await listConversions({ ctx, input: {} })
  expect(conversions.map(({ at }) => at.toISOString())).toEqual(['2026-01-02T00:00:00.000Z'])
})

test('one day that can be read in one way only tells how the others of the file are read', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const rows = ['purchase,01/02/2026,a@example.com', 'purchase,28/02/2026,b@example.com']
  const sure = read(await checkFile({ ctx, input: { bytes: bytesOf(['goal,date,email', ...rows]) } }))
  expect(sure).toMatchObject({ questions: ['dayOrder'], notation: { dayOrder: 'day-first' } })
  expect(sure.rows.map(({ at }) => at)).toEqual(['2026-02-01T00:00:00.000Z', '2026-02-28T00:00:00.000Z'])
  const mixed = bytesOf(['goal,date,email', ...rows, 'purchase,02/28/2026,c@example.com'])
  expect(read(await checkFile({ ctx, input: { bytes: mixed } })).notation.dayOrder).toBeNull()
})

test('of two columns of one name a person chooses one before anything of the file is taken', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const bytes = bytesOf(['goal,date,email,date', 'purchase,2026-02-01,who@example.com,2026-02-02'])
  const asked = read(await checkFile({ ctx, input: { bytes } }))
  expect(asked.headers).toEqual(['goal', 'date (2)', 'email', 'date (4)'])
  expect(asked.rows[0]).toMatchObject({
    verdict: 'invalid',
    issues: [{ column: 'at', problem: 'two-columns' }],
  })
  const chosen = read(await checkFile({ ctx, input: { bytes, columns: { at: 3 } } }))
  expect(chosen.rows[0]).toMatchObject({ verdict: 'unmatched', at: '2026-02-02T00:00:00.000Z' })
})

test('what a conversion is worth is kept, corrected, listed and exported with its currency', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id: trial } = await insertPastTrial(test, { daysAgo: 5 })
  const importOf = async (amount: string) => {
    const bytes = bytesOf(['goal;id;trial;email;amount;currency', `purchase;d1;${trial};;${amount};EUR`])
    const { hash } = read(await checkFile({ ctx, input: { bytes } }))
    return importFile({ ctx, input: { bytes, hash } })
  }
  await importOf('1.200,50')
  await importOf('1300.25')
  const unknown = bytesOf(['goal,id,email,value', 'purchase,d2,who@example.com,7'])
  const { hash } = read(await checkFile({ ctx, input: { bytes: unknown } }))
  await importFile({ ctx, input: { bytes: unknown, hash } })
  const { conversions } = await listConversions({ ctx, input: {} })
  expect(conversions.map(({ externalId, value, currency }) => [externalId, value, currency])).toEqual(
    expect.arrayContaining([
      ['d1', 1300.25, 'EUR'],
      ['d2', 7, 'USD'],
    ]),
  )
  const file = await exportConversions({ ctx, input: { filter: 'all' } })
  expect(file).toContain(',1300.25,EUR,')
})

test('a conversion is matched by hand once, and corrections leave it where a person put it', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id: trial } = await insertPastTrial(test, { daysAgo: 5 })
  const tell = async (date: string) => {
    const bytes = bytesOf(['goal,date,email,id', `purchase,${date},who@example.com,d9`])
    const { hash } = read(await checkFile({ ctx, input: { bytes } }))
    await importFile({ ctx, input: { bytes, hash } })
  }
  await tell('2026-02-27')
  const page = await listConversions({ ctx, input: { filter: 'unmatched' } })
  const id = page.conversions[0]?.id ?? ''
  await expect(matchConversion({ ctx, input: { id, trial: uuidv7() } })).rejects.toMatchObject({
    code: 'not-found',
  })
  await matchConversion({ ctx, input: { id, trial } })
  await expect(matchConversion({ ctx, input: { id, trial } })).rejects.toMatchObject({ code: 'not-found' })
  await tell('2026-02-28')
  const corrected = await listConversions({ ctx, input: { filter: 'corrected' } })
  expect(corrected.conversions).toMatchObject([{ id, matchedBy: 'hand', trialId: trial, demo: 'd' }])
  const entries = await listAuditEntries(test.app.db, { subject: { kind: 'conversion', id }, limit: 5 })
  expect(entries).toMatchObject([{ action: 'conversion.match', actorName: 'growth' }])
})

test('rows that say neither when nor which are told once, however often the file comes', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id: trial } = await insertPastTrial(test, { daysAgo: 5 })
  const counts: unknown[] = []
  for (const rows of [[`quote,${trial}`], [`quote,${trial}`, `purchase,${trial}`]]) {
    const bytes = bytesOf(['goal,trial', ...rows])
    const { hash } = read(await checkFile({ ctx, input: { bytes } }))
    counts.push(read(await importFile({ ctx, input: { bytes, hash } })).counts)
    test.clock.at = new Date(test.clock.at.getTime() + DAY_MS)
  }
  expect(counts).toMatchObject([
    { matched: 1, duplicate: 0 },
    { matched: 1, duplicate: 1 },
  ])
})

test('every list is as long as its count says, whatever the size of a page', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const { id: trial } = await insertPastTrial(test, { daysAgo: 5 })
  const rows = Array.from({ length: 12 }, (_, n) => {
    const day = String(1 + (n % 3)).padStart(2, '0')
    return `purchase,2026-02-${day},d${n},${n % 2 ? trial : ''},who@example.com`
  })
  const bytes = bytesOf(['goal,date,id,trial,email', ...rows])
  const { hash } = read(await checkFile({ ctx, input: { bytes } }))
  await importFile({ ctx, input: { bytes, hash } })
  for (const externalId of ['d1', 'd2']) await withdrawConversion({ ctx, input: { externalId } })
  for (const filter of CONVERSION_FILTERS) {
    const seen: string[] = []
    let next: { at: Date; id: string } | null | undefined
    let counted = 0
    do {
      const page = await listConversions({ ctx, input: { filter, limit: 5, ...(next && { before: next }) } })
      seen.push(...page.conversions.map(({ id }) => id))
      counted = page.counts[filter]
      next = page.next
    } while (next)
    expect([filter, seen.length, new Set(seen).size]).toEqual([filter, counted, counted])
  }
})

test('only growth and admins may see, import, match and withdraw', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator', 'publisher')
  const id = uuidv7()
  const bytes = bytesOf(['goal', 'quote'])
  for (const act of [
    () => listConversions({ ctx, input: {} }),
    () => checkFile({ ctx, input: { bytes } }),
    () => importFile({ ctx, input: { bytes, hash: '' } }),
    () => matchConversion({ ctx, input: { id, trial: id } }),
    () => withdrawConversion({ ctx, input: { id } }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
  }
})
