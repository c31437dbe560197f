import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rating } from '#db/schema/trial'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { Context } from '~/platform/context/context'
import { listTrials } from '../trials/list-trials.server'
import { readOverview } from '../overview/read-overview.server'
import { exportTable } from './export-table.server'
import type { TableFormat } from './file-formats'

const TRIALS = fc.sample(arbitraryTrials(20), { numRuns: 60, seed: 3 }).flat()

interface Asked {
  board: string
  table: string
  format: TableFormat
  parameters?: Record<string, string>
}

async function fileOf(ctx: Context, { parameters = {}, ...asked }: Asked): Promise<Buffer> {
  const { chunks } = await exportTable({ ctx, input: { ...asked, parameters } })
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(Buffer.from(chunk))
  return Buffer.concat(all)
}

/** What another reader of Parquet finds in a file. */
async function readParquet(bytes: Buffer, statement: (file: string) => string) {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-parquet-'))
  try {
    const file = join(folder, 'file.parquet')
    await writeFile(file, bytes)
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const found = await connection.runAndReadAll(statement(`read_parquet('${file}')`))
    const rows = found.getRowObjectsJson()
    connection.closeSync()
    instance.closeSync()
    return rows
  } finally {
    await rm(folder, { recursive: true })
  }
}

const lines = (bytes: Buffer) =>
  bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('a file of trials has as many rows as its list, each once, in every format', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  await insertMeasuredTrials(test.app.db, TRIALS)
  const ctx = asStaff(test, 'growth')
  const list = await listTrials({
    ctx,
    input: { range: 'all', set: 'finished', flagged: 'in', simulated: 'in' },
  })
  expect(list.count).toBeGreaterThan(20)
  const parameters = {
    range: 'all',
    set: 'finished',
    flagged: 'in',
    simulated: 'in',
    asOf: String(list.query.asOf),
  }
  const of = (format: TableFormat) => fileOf(ctx, { board: 'trials', table: 'trials', format, parameters })
  const rows = lines(await of('ndjson'))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(list.count)
  expect(rows).toHaveLength(list.count)
  expect((JSON.parse((await of('json')).toString()) as { rows: unknown[] }).rows).toEqual(rows)
  expect((await of('csv')).toString().trim().split('\r\n')).toHaveLength(list.count + 1)
  const [found] = await readParquet(
    await of('parquet'),
    (
      file,
    ) => `select count(*)::int as n, count(distinct id)::int as ids, typeof(any_value("startedAt")) as type,
      sum(active) as active from ${file}`,
  )
  const active = rows.reduce((sum, row) => sum + Number(row.active), 0)
  expect(found).toEqual({ n: list.count, ids: list.count, type: 'TIMESTAMP', active })
})

test('a file at a watermark holds what was there then, and says so in its name', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  await insertMeasuredTrials(test.app.db, TRIALS.slice(0, 60))
  const ctx = asStaff(test, 'growth')
  const board = await readOverview({ ctx, input: { range: 'all' } })
  await insertMeasuredTrials(test.app.db, TRIALS.slice(60, 90))
  await ctx.columns.catchUp()
  const parameters = { range: 'all', asOf: String(board.query.asOf) }
  const input = { board: 'overview', table: 'figures', format: 'json' as const, parameters }
  const file = await exportTable({ ctx, input })
  expect(file.name).toMatch(/^foyer-overview-figures-start-to-[\d-]+-as-of-[\dTZ-]+\.json$/)
  const parsed = JSON.parse((await fileOf(ctx, input)).toString()) as {
    rows: { figure: string; value: number }[]
  }
  expect(parsed.rows.find(({ figure }) => figure === 'trials')?.value).toBe(board.counts.started)
})

test('what prospects wrote becomes no formula, and keeps its letters', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  const [one] = TRIALS
  if (!one) throw new Error('no trial')
  await insertMeasuredTrials(test.app.db, [{ ...one, stars: null, flags: [] }])
  const comment = '=HYPERLINK("http://evil.example","¡Olé! 很好, “gut”")\nnext'
  await test.app.db.insert(rating).values({ visitorId: one.visitorId, trialId: one.id, stars: 4, comment })
  const ctx = asStaff(test, 'growth')
  const asked = { board: 'trials', table: 'trials', parameters: { range: 'all' } }
  const text = (await fileOf(ctx, { ...asked, format: 'csv' })).toString()
  expect(text.startsWith('\uFEFFid,demo')).toBe(true)
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""¡Olé! 很好, “gut”"")\nnext"`)
  expect(lines(await fileOf(ctx, { ...asked, format: 'ndjson' }))[0]?.comment).toBe(comment)
})

test('a table that does not exist, a filter that would be ignored and a role that may not are refused', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const input = { board: 'overview', table: 'figures', format: 'csv' as const, parameters: {} }
  for (const wrong of [{ board: 'toString' }, { table: 'constructor' }, { table: 'nothing' }]) {
    await expect(exportTable({ ctx, input: { ...input, ...wrong } })).rejects.toMatchObject({
      code: 'not-found',
    })
  }
  const filtered = { ...input, parameters: { from: 'yesterday' } }
  await expect(exportTable({ ctx, input: filtered })).rejects.toMatchObject({ code: 'invalid-input' })
  const operator = asStaff(test, 'operator')
  await expect(exportTable({ ctx: operator, input })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a key that reads boards gets no single trials and no comments', async () => {
  await using test = await createTestApp()
  const actor = { kind: 'key' as const, id: 'k', name: 'BI', scopes: ['boards:read' as const] }
  const ctx = test.as(null, { actor })
  const input = { board: 'overview', table: 'figures', format: 'json' as const, parameters: {} }
  await expect(exportTable({ ctx, input })).resolves.toMatchObject({ type: /json/ })
  for (const [board, table] of [
    ['trials', 'trials'],
    ['trials', 'events'],
    ['demo', 'comments'],
  ] as const) {
    await expect(exportTable({ ctx, input: { ...input, board, table } })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
})

test('files are written to the audit, and too many at once are refused until one is left', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'growth')
  const input = { board: 'trials', table: 'trials', format: 'csv' as const, parameters: {} }
  const begun = [
    await exportTable({ ctx, input }),
    await exportTable({ ctx, input }),
    await exportTable({ ctx, input }),
  ]
  await expect(exportTable({ ctx, input })).rejects.toMatchObject({ code: 'rate-limited' })
  for (const { chunks } of begun) for await (const chunk of chunks) if (chunk) break
  await expect(exportTable({ ctx, input })).resolves.toBeDefined()
  const entries = await test.app.sql`select data from audit_entry where action = 'board.export'`
  expect(entries).toHaveLength(4)
  expect(entries[0]?.data).toEqual({ note: 'trials · trials.csv', parameters: {} })
})
