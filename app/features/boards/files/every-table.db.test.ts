import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trialEvent } from '#db/schema/trial'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { TRIES_ALL } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { Context } from '~/platform/context/context'
import { saveQuery } from '../saved/save-query.server'
import { readBoardTables } from '../tables/read-board-tables.server'
import { BOARD_NAMES, servedBoard } from '../tables/served-boards.server'
import { listTrials } from '../trials/list-trials.server'
import { exportTable } from './export-table.server'
import { FILE_FORMAT_NAMES, type TableFormat } from './file-formats'

const SLUG = 'request-approval'
const SOME = fc.sample(arbitraryTrials(15), { numRuns: 10, seed: 9 }).flat()
const TRIALS = SOME.map((row, index) => (index % 2 === 0 ? row : { ...row, demoSlug: SLUG }))

/** What boards need besides a range. */
const OWN: Record<string, Record<string, string>> = {
  demo: { slug: SLUG },
  paths: { slug: SLUG },
  revisions: { slug: SLUG },
  funnel: { step1: 'trial', step2: 'finished' },
}

async function fileOf(ctx: Context, input: Parameters<typeof exportTable>[0]['input']): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of (await exportTable({ ctx, input })).chunks) all.push(Buffer.from(chunk))
  return Buffer.concat(all)
}

const FORMATS = TRIES_ALL ? FILE_FORMAT_NAMES : (['csv', 'parquet'] as const)
const FILE_MS = 4_000
const PARQUET_MARK = 'PAR1'

/** Rows of a file; of Parquet only that it is one. */
const ROWS: Record<TableFormat, (bytes: Buffer) => number | 'parquet'> = {
  csv: (bytes) => csvRows(bytes.toString()) - 1,
  json: (bytes) => (JSON.parse(bytes.toString()) as { rows: unknown[] }).rows.length,
  ndjson: (bytes) => bytes.toString().split('\n').length - 1,
  parquet: (bytes) => (bytes.subarray(-4).toString() === PARQUET_MARK ? 'parquet' : 0),
}

/** Line breaks outside of quotes. */
function csvRows(text: string): number {
  return text.replaceAll(/"(?:[^"]|"")*"/g, 'quoted').split('\r\n').length - 1
}

test(
  'every table of every board is a file, with the rows that the API gives at the same watermark',
  { timeout: 120_000 },
  async () => {
    await using test = await createTestApp()
    test.clock.at = TEST_NOW
    await publishDemo(test.app.db, approvalSource)
    await insertMeasuredTrials(test.app.db, TRIALS)
    const ctx = asStaff(test, 'growth')
    const { query } = await listTrials({ ctx, input: { range: 'all' } })
    const common = { range: 'all', flagged: 'in', simulated: 'in', asOf: String(query.asOf) }
    let tables = 0
    for (const board of BOARD_NAMES) {
      const parameters = { ...common, ...OWN[board] }
      const given = await readBoardTables({ ctx, input: { board, parameters } })
      for (const [table, { isLong }] of Object.entries(servedBoard(board).tables)) {
        tables += 1
        const read = given.tables.find(({ name }) => name === table)
        expect([board, table, read !== undefined]).toEqual([board, table, !isLong])
        const sizes: (number | 'parquet')[] = []
        for (const format of FORMATS) {
          // So that nobody asks for more files in a minute than people do.
          test.clock.at = new Date(test.clock.at.getTime() + FILE_MS)
          sizes.push(ROWS[format](await fileOf(ctx, { board, table, format, parameters })))
        }
        const [csv] = sizes
        const rows = read?.rows.length ?? csv
        const expected = FORMATS.map((format) => (format === 'parquet' ? format : rows))
        expect([board, table, ...sizes]).toEqual([board, table, ...expected])
      }
    }
    expect(tables).toBeGreaterThan(40)
  },
)

test('a file of trials can be limited to a segment, or say of each trial whether its visitor is in one', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  await insertMeasuredTrials(test.app.db, TRIALS)
  const ctx = asStaff(test, 'growth')
  const rule = { match: 'all', rules: [{ fact: 'returned' }] }
  const { id } = await saveQuery({ ctx, input: { kind: 'segment', name: 'Returned', body: rule } })
  const parameters = { range: 'all', flagged: 'in', simulated: 'in' }
  const rowsOf = async (more: Record<string, string>) => {
    const input = {
      board: 'trials',
      table: 'trials',
      format: 'json' as const,
      parameters: { ...parameters, ...more },
    }
    return (
      JSON.parse((await fileOf(ctx, input)).toString()) as { rows: { id: string; belongs: boolean | null }[] }
    ).rows
  }
  const inSegment = (await rowsOf({ segment: id })).map((row) => row.id)
  const all = await rowsOf({ belongs: id })
  expect(inSegment.length).toBeGreaterThan(0)
  expect(all.length).toBeGreaterThan(inSegment.length)
  expect(all.flatMap((row) => (row.belongs ? [row.id] : []))).toEqual(inSegment)
  expect((await rowsOf({})).every(({ belongs }) => belongs === null)).toBe(true)
  await expect(rowsOf({ belongs: '0190a000-0000-7000-8000-0000000000ff' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a file of events has the traces of the trials of its list', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  const [one, other] = TRIALS.map((row) => ({ ...row, flags: [], startedAt: TEST_NOW }))
  if (!one || !other) throw new Error('no trials')
  await insertMeasuredTrials(test.app.db, [
    { ...one, demoSlug: SLUG },
    { ...other, demoSlug: 'hire-to-retire' },
  ])
  const events = [one, other].flatMap(({ visitorId, id: trialId }) =>
    [1, 2].map((seq) => ({
      visitorId,
      trialId,
      seq,
      atMs: seq,
      type: 'NEXT',
      activeMs: 0,
      receivedAt: TEST_NOW,
    })),
  )
  await test.app.db.insert(trialEvent).values(events)
  const parameters = { range: 'all', demo: 'hire-to-retire' }
  const input = { board: 'trials', table: 'events', format: 'ndjson' as const, parameters }
  const rows = (await fileOf(asStaff(test, 'growth'), input)).toString().trim().split('\n')
  expect(rows.map((row) => JSON.parse(row) as object)).toMatchObject([
    { trial: other.id, seq: 1 },
    { trial: other.id, seq: 2 },
  ])
})
