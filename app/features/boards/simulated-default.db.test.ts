import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertPerson } from '#db/queries/people'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { createTestApp } from '#tests/support/test-app'
import type { Context } from '~/platform/context/context'
import { readBreakdown } from './breakdown/read-breakdown.server'
import { readChannels } from './channels/read-channels.server'
import { readConversion } from './conversion/read-conversion.server'
import { exportTable } from './files/export-table.server'
import { trialsHref } from './filter/board-links'
import { queryOf } from './filter/board-query'
import { readFunnel } from './funnels/read-funnel.server'
import { watchNewTrials } from './live/watch-new-trials.server'
import { openShare } from './outlets/open-share.server'
import { shareBoard } from './outlets/share-board.server'
import { readOverview } from './overview/read-overview.server'
import { saveQuery } from './saved/save-query.server'
import { listSegments } from './segments/list-segments.server'
import { readBoardTables } from './tables/read-board-tables.server'
import { listRawTrials } from './trials/list-raw-trials.server'
import { listTrials } from './trials/list-trials.server'

const SIMULATED = 7
const EVER = { range: 'all' }
const EVERYBODY = { match: 'all', rules: [{ fact: 'trials', atLeast: 1, like: {} }] }

const sampled = fc.sample(arbitraryTrials(20), { numRuns: 30, seed: 23 }).flat()
/** One trial a visitor, so that trials and visitors are as many. */
const rows = sampled.slice(0, 30 + SIMULATED + 1).map((row) => ({ ...row, visitorId: row.id }))
const real = rows.slice(0, 30).map((row) => ({ ...row, flags: [] }))
const simulated = rows.slice(30, 30 + SIMULATED).map((row) => ({ ...row, flags: ['simulated'] }))
const flagged = rows.slice(30 + SIMULATED).map((row) => ({ ...row, flags: ['internal'] }))

async function boardsWith(realTrials: number) {
  const test = await createTestApp()
  test.clock.at = TEST_NOW
  await insertMeasuredTrials(test.app.db, [...real.slice(0, realTrials), ...simulated, ...flagged])
  const who = { name: 'Lin', email: 'lin@alder.example', roles: ['growth' as const] }
  const id = await insertPerson(test.app.db, { ...who, passwordHash: 'x', at: TEST_NOW })
  const ctx = test.as(null, { actor: { kind: 'staff', id, ...who } })
  return { test, ctx, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() }
}

/** How many trials each board, list and file speaks of. */
async function trialsOfEach(ctx: Context, parameters: Record<string, string>) {
  const input = { ...EVER, ...parameters }
  const { id } = await saveQuery({
    ctx,
    input: { kind: 'segment', name: crypto.randomUUID(), body: EVERYBODY },
  })
  const overview = await readOverview({ ctx, input })
  const segments = await listSegments({ ctx, input: parameters })
  const tables = await readBoardTables({ ctx, input: { board: 'overview', parameters: input } })
  const figures = tables.tables.find(({ name }) => name === 'figures')
  const valueAt = figures?.columns.findIndex(({ name }) => name === 'value') ?? -1
  return {
    overview: overview.counts.started,
    conversion: (await readConversion({ ctx, input })).measure.units,
    breakdown: (await readBreakdown({ ctx, input })).trials,
    channels: (await readChannels({ ctx, input })).whole.trials,
    funnel: (await readFunnel({ ctx, input: { ...input, step1: 'trial', per: 'trial' } })).result.steps[0]
      ?.count,
    list: (await listTrials({ ctx, input })).count,
    api: (await listRawTrials({ ctx, input: { parameters: input } })).count,
    answer: figures?.rows.find(([figure]) => figure === 'trials')?.[valueAt],
    file: await linesOf(ctx, input),
    live: (await watchNewTrials({ ctx, input: { ...input, asOf: '1' } })).count,
    segment: segments.saved.find((one) => one.id === id)?.people,
    linked: await countLinked(ctx, trialsHref(overview.query, { name: 'started' })),
    segmentLinked: await countLinked(
      ctx,
      trialsHref({ ...segments.query, segment: id }, { unit: 'visitor', state: 'all' }),
    ),
  }
}

const countLinked = async (ctx: Context, href: string) =>
  (await listTrials({ ctx, input: queryOf(`http://foyer${href}`) })).count

async function linesOf(ctx: Context, parameters: Record<string, string>): Promise<number> {
  const { chunks } = await exportTable({
    ctx,
    input: { board: 'trials', table: 'trials', format: 'csv', parameters },
  })
  let text = ''
  for await (const chunk of chunks) text += String(chunk)
  return new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g)).size
}

test('simulated trials count while there are fewer than 30 real ones, on every board and in every list alike', async () => {
  await using app = await boardsWith(29)
  const trials = await trialsOfEach(app.ctx, {})
  expect(new Set(Object.values(trials))).toEqual(new Set([29 + SIMULATED]))
  const { query, choices } = await readOverview({ ctx: app.ctx, input: EVER })
  expect([query.simulated, choices.simulated]).toEqual(['in', SIMULATED])
}, 60_000)

test('from 30 real trials on they are left out everywhere, and an address that asks for them has them', async () => {
  await using app = await boardsWith(30)
  const trials = await trialsOfEach(app.ctx, {})
  expect(new Set(Object.values(trials))).toEqual(new Set([30]))
  const { query, choices } = await readOverview({ ctx: app.ctx, input: EVER })
  expect([query.simulated, choices.simulated]).toEqual(['out', SIMULATED])
  const asked = await trialsOfEach(app.ctx, { simulated: 'in' })
  expect(new Set(Object.values(asked))).toEqual(new Set([30 + SIMULATED]))
}, 60_000)

test('a list that a board opened stays as long as its number when the thirtieth real trial comes', async () => {
  await using app = await boardsWith(29)
  const { ctx, test: running } = app
  const { query } = await readOverview({ ctx, input: EVER })
  const href = trialsHref({ ...query, asOf: undefined }, { name: 'simulated' })
  await insertMeasuredTrials(running.app.db, real.slice(29))
  await running.app.columns.catchUp()
  expect(await countLinked(ctx, href)).toBe(SIMULATED)
  expect((await readOverview({ ctx, input: EVER })).query.simulated).toBe('out')
}, 60_000)

test('the pages of the trials that the API gives agree, and what leaves says whether simulated trials count', async () => {
  await using app = await boardsWith(30)
  const { ctx } = app
  const { next, parameters } = await listRawTrials({ ctx, input: { parameters: EVER, limit: 10 } })
  expect([parameters.simulated, next?.simulated]).toEqual(['out', 'out'])
  const share = { board: 'overview', parameters: EVER, period: 'rolling', days: '1' } as const
  const { token } = await shareBoard({ ctx, input: share })
  const opened = await openShare({ ctx: app.test.as(null), input: { token } })
  expect(opened.period).toContain('without simulated trials')
}, 60_000)
