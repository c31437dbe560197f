import fc from 'fast-check'
import { once } from 'node:events'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { apiClient } from '#tests/support/api-client'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { serveApi } from '#tests/support/test-server'
import { readBreakdown } from '~/features/boards/breakdown/read-breakdown.server'
import { readOverview } from '~/features/boards/overview/read-overview.server'
import { BOARD_NAMES } from '~/features/boards/tables/served-boards.server'
import { listTrials } from '~/features/boards/trials/list-trials.server'

const TRIALS = fc.sample(arbitraryTrials(20), { numRuns: 30, seed: 5 }).flat()

interface Table {
  name: string
  rows: Record<string, unknown>[]
}

async function stage() {
  const test = await createTestApp()
  test.clock.at = TEST_NOW
  await insertMeasuredTrials(test.app.db, TRIALS)
  const server = await serveApi(test.app)
  return {
    ...{ test, server, ctx: asStaff(test, 'growth') },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await test[Symbol.asyncDispose]()
    },
  }
}

test('a board by API says what its page says, at the same watermark', async () => {
  await using at = await stage()
  const page = await readOverview({ ctx: at.ctx, input: { range: 'all', flagged: 'in' } })
  const client = await apiClient(at.test, at.server, ['boards:read'])
  const asOf = String(page.query.asOf)
  const path = `/api/v1/boards/overview?range=all&flagged=in&asOf=${asOf}`
  const { status, body, headers } = await client.call('GET', path)
  expect([status, body.watermark, body.movedOn]).toEqual([200, page.query.asOf, false])
  const tables = body.tables as Table[]
  const rowsOf = (name: string) => tables.find((one) => one.name === name)?.rows ?? []
  const figure = (name: string) => rowsOf('figures').find((row) => row.figure === name)
  expect(figure('trials')).toMatchObject({ value: page.counts.started })
  expect(figure('completion')).toMatchObject({
    ...{ value: page.completion.share, numerator: page.completion.numerator },
    ...{ denominator: page.completion.denominator, low: page.completion.low, high: page.completion.high },
  })
  expect(rowsOf('demos').map(({ demo, trials }) => [demo, trials])).toEqual(
    page.demos.map(({ slug, trials }) => [slug, trials]),
  )
  expect(rowsOf('trend').reduce((sum, { trials }) => sum + Number(trials), 0)).toBe(page.counts.started)
  const again = await client.call('GET', path, undefined, { 'if-none-match': headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  const board = await readBreakdown({ ctx: at.ctx, input: { range: 'all', by: 'plan', asOf } })
  const broken = await client.call('GET', `/api/v1/boards/breakdown?range=all&by=plan&asOf=${asOf}`)
  expect((broken.body.tables as Table[])[0]?.rows.map(({ value }) => value)).toEqual(
    board.rows.map(({ estimate }) => estimate.value),
  )
})

test('pages of trials are the list, each trial once, also while more are started', async () => {
  await using at = await stage()
  const client = await apiClient(at.test, at.server, ['trials:read'])
  const list = await listTrials({ ctx: at.ctx, input: { range: 'all', flagged: 'in' } })
  const filter = `range=all&flagged=in&limit=70&asOf=${list.query.asOf}`
  const ids: unknown[] = []
  for (let next = ''; ;) {
    const { body } = await client.call('GET', `/api/v1/boards/trials?${filter}${next}`)
    expect(body.count).toBe(list.count)
    ids.push(...(body.trials as { id: string }[]).map(({ id }) => id))
    if (body.next === null) break
    next = `&after=${(body.next as { after: string }).after}`
    if (ids.length === 70) await insertMore(at.test)
  }
  expect(ids).toHaveLength(list.count)
  expect(new Set(ids).size).toBe(list.count)
})

const insertMore = async ({ app }: Awaited<ReturnType<typeof stage>>['test']) => {
  const more = fc.sample(arbitraryTrials(5), { numRuns: 3, seed: 99 }).flat()
  const known = new Set(TRIALS.map(({ id }) => id))
  await insertMeasuredTrials(
    app.db,
    more.filter(({ id }) => !known.has(id)),
  )
  await app.columns.catchUp()
}

test('a key gets what its scopes say, and what is wrong is told as a problem', async () => {
  await using at = await stage()
  const boards = await apiClient(at.test, at.server, ['boards:read'])
  const other = await apiClient(at.test, at.server, ['conversions:read'])
  const ask = async (client: typeof boards, path: string) => {
    const { status, body } = await client.call('GET', `/api/v1/boards${path}`)
    return [status, body.code]
  }
  expect(await ask(boards, '/trials')).toEqual([403, 'forbidden'])
  expect(await ask(boards, '/trials/tables/events?format=csv')).toEqual([403, 'forbidden'])
  expect(await ask(other, '/overview')).toEqual([403, 'forbidden'])
  expect(await ask(boards, '/nothing')).toEqual([404, 'not-found'])
  expect(await ask(boards, '/overview?from=soon')).toEqual([422, 'invalid-input'])
  expect(await ask(boards, '/overview/tables/demos?format=xls')).toEqual([422, 'invalid-input'])
  const { body } = await boards.call('GET', '/api/v1/boards')
  const listed = body.boards as { board: string; tables: string[] }[]
  expect(listed.map(({ board }) => board)).toEqual(BOARD_NAMES)
  expect(listed.find(({ board }) => board === 'trials')?.tables).toEqual([])
})

test('a file waits for a slow reader, and nothing more is read once the reader is gone', async () => {
  await using at = await stage()
  const { secret } = await apiClient(at.test, at.server, ['trials:read', 'boards:read'])
  let reads = 0
  const { columns } = at.test.app
  const read = columns.read.bind(columns)
  Object.assign(columns, { read: (wish: object) => ((reads += 1), read(wish)) })
  const url = `${at.server.origin}/api/v1/boards/trials/tables/trials?range=all&flagged=in&format=ndjson`
  const request = get(url, { headers: { authorization: `Bearer ${secret}` } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  expect(response.headers['content-disposition']).toMatch(/foyer-trials-trials-start-to-.*\.ndjson/)
  response.destroy()
  const after = reads
  await new Promise((resolve) => setImmediate(resolve))
  expect(reads - after).toBeLessThanOrEqual(1)
})
