import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listAuditEntries } from '#db/queries/audit'
import { insertPastTrial } from '#tests/support/past-trial'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { checkFile, importFile } from './import-file.server'
import { listConversions } from './list-conversions.server'
import { matchConversion } from './match-conversion.server'
import { recordConversion } from './record-conversion.server'
import { CONVERSION_FILTERS } from './schemas'
import type { FileVerdict } from './verdicts'
import { withdrawConversion } from './withdraw-conversion.server'

const DAY_MS = 86_400_000

const bytesOf = (lines: string[]): Uint8Array => Buffer.from(lines.join('\n'))

function read(verdict: FileVerdict | { unreadable: string }): FileVerdict {
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
    'd4;purchase;27/02/2026;ann@alder.example;',
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
  expect(check.rows[4]?.issues).toEqual([{ column: 'at', problem: 'moment', value: '27/02/2026' }])
  expect((await listConversions({ ctx, input: {} })).counts).toEqual(before)
  const other = { ...input, bytes: bytesOf(['Goal;Email', 'purchase;ann@alder.example']), hash: check.hash }
  await expect(importFile({ ctx, input: other })).rejects.toMatchObject({ code: 'conflict' })
  const remapped = { ...input, columns: { email: -1 }, hash: check.hash }
  await expect(importFile({ ctx, input: remapped })).rejects.toMatchObject({ code: 'conflict' })
  const asShown = { ...input, columns: { ...check.columns, visitor: -1, updatedAt: -1 } }
  const done = await importFile({ ctx, input: { ...asShown, hash: check.hash } })
  expect(done.counts).toEqual(check.counts)
  const again = await importFile({ ctx, input: { ...input, hash: check.hash } })
  expect(again.counts).toMatchObject({ matched: 0, unmatched: 0, duplicate: 4, invalid: 1 })
  const after = (await listConversions({ ctx, input: {} })).counts
  expect(after).toEqual({ ...before, all: before.all + 3, late: before.late + 3, unmatched: 1 })
  const [entry] = await listAuditEntries(test.app.db, { subject: { kind: 'conversion' }, limit: 5 })
  expect(entry).toMatchObject({ action: 'conversion.import', data: { file: 'deals.csv', duplicate: 4 } })
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
