import fc from 'fast-check'
import { expect, test } from 'vitest'
import { v7 } from 'uuid'
import { conversion } from '#db/schema/conversion'
import { touch } from '#db/schema/touch'
import { visitor } from '#db/schema/trial'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { publishYaml } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp, type TestApp } from '#tests/support/test-app'
import { formatPath } from '~/domain/insight/attribution/channel-place'
import type { ChannelNode } from '~/domain/insight/attribution/channel-tree'
import { trialsHref } from '../filter/board-links'
import { queryOf } from '../filter/board-query'
import { listTrials } from '../trials/list-trials.server'
import { channelRowHref, creditedHref } from './channel-query'
import { readChannels } from './read-channels.server'

const DAY_MS = 86_400_000

async function insertJourney(
  { app, clock }: TestApp,
  arrivals: readonly (readonly [days: number, channel: string, source?: string])[],
  reported: readonly { value: number | null; currency: string | null }[],
) {
  const visitorId = v7()
  const ago = (days: number) => new Date(clock.at.getTime() - days * DAY_MS)
  await app.db.insert(visitor).values({ visitorId })
  await app.db.insert(touch).values(
    arrivals.map(([days, channel, source = null]) => ({
      ...{ visitorId, id: v7(), at: ago(days), channel, source },
    })),
  )
  const bought = { goal: 'purchase' as const, source: 'api' as const, at: ago(1) }
  await app.db
    .insert(conversion)
    .values(reported.map((money) => ({ ...bought, visitorId, id: v7(), ...money })))
}

test('the address chooses the model, and credits sum to the conversions whichever it is', async () => {
  await using test = await createTestApp()
  await insertJourney(
    test,
    [
      [9, 'email'],
      [5, 'search'],
      [2, 'direct'],
    ],
    [{ value: 100, currency: 'EUR' }],
  )
  const ctx = asStaff(test, 'growth')
  await ctx.columns.catchUp()
  const creditsBy = async (model: string) => {
    const { nodes, whole } = await readChannels({ ctx, input: { model } })
    expect(whole.converted).toBe(1)
    return Object.fromEntries(nodes.map(({ path, figures }) => [path[0], figures.converted]))
  }
  expect(await creditsBy('first')).toEqual({ email: 1, search: 0, direct: 0 })
  expect(await creditsBy('last')).toEqual({ email: 0, search: 0, direct: 1 })
  expect(await creditsBy('last-non-direct')).toEqual({ email: 0, search: 1, direct: 0 })
})

test('values are summed by the rates of the settings, and what has no rate or no value is shown apart', async () => {
  await using test = await createTestApp()
  await publishYaml(test.app.db, 'settings', {
    ...{ format: 'foyer-settings/1', name: 'Foyer', locales: ['en'], timeZone: 'UTC', consent: 'ask' },
    ...{ currency: 'EUR', rates: { USD: 0.5 }, conversionWindowDays: 30, embedHosts: [] },
  })
  await insertJourney(
    test,
    [[3, 'email']],
    [
      { value: 100, currency: 'EUR' },
      { value: 30, currency: 'USD' },
      { value: 300, currency: 'JPY' },
      { value: null, currency: null },
    ],
  )
  const ctx = asStaff(test, 'growth')
  await ctx.columns.catchUp()
  const { whole } = await readChannels({ ctx, input: {} })
  expect(whole).toMatchObject({ converted: 4, withoutValue: 1, return: { why: 'no-cost' } })
  expect(whole.value).toMatchObject({ value: 115, currency: 'EUR', apart: [{ value: 300, currency: 'JPY' }] })
})

test('a row opens in place, and a source that calls itself unknown is one of its own', async () => {
  await using test = await createTestApp()
  const arrivals = [
    [4, 'email', 'unknown'],
    [3, 'email'],
    [2, 'direct'],
  ] as const
  await insertJourney(test, arrivals, [{ value: 1, currency: 'EUR' }])
  const ctx = asStaff(test, 'growth')
  await ctx.columns.catchUp()
  const rowsOf = async (input: Record<string, string>) =>
    (await readChannels({ ctx, input: { order: 'name', direction: 'asc', ...input } })).nodes
  expect((await rowsOf({ open: 'email' }))[1]?.nodes.map(({ path }) => path)).toEqual([
    ['email', null],
    ['email', 'unknown'],
  ])
  expect((await rowsOf({})).map(({ nodes }) => nodes.length)).toEqual([0, 1])
})

test('every number of trials opens a list of as many, on every level', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  await insertMeasuredTrials(test.app.db, fc.sample(arbitraryTrials(20), { numRuns: 30, seed: 3 }).flat())
  const ctx = asStaff(test, 'growth')
  const asked = { range: 'all', flagged: 'in' }
  const closed = await readChannels({ ctx, input: asked })
  const open = closed.nodes.flatMap(({ path, nodes }) => [path, ...nodes.map((node) => node.path)])
  const { query, nodes } = await readChannels({
    ctx,
    input: { ...asked, open: open.map(formatPath).join('|') },
  })
  const rows = nodes.flatMap(allBelow)
  expect(rows.length).toBeGreaterThan(8)
  for (const { path, figures } of rows) {
    for (const [set, size] of [
      ['started', figures.trials],
      ['finished', figures.finished],
      ['asked', figures.asked],
    ] as const) {
      const { count } = await listTrials({
        ctx,
        input: queryOf(`http://x${channelRowHref(query, path, set)}`),
      })
      expect(count).toBe(size)
    }
  }
})

test('credited conversions and every amount of a row open the trials behind them, on every level', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  const rows = fc.sample(arbitraryTrials(20), { numRuns: 20, seed: 9 }).flat()
  await insertMeasuredTrials(test.app.db, rows)
  await test.app.db.insert(touch).values(
    rows.map(({ visitorId, startedAt: at }, index) => ({
      ...{ visitorId, id: v7(), at, channel: index % 3 === 0 ? 'direct' : 'email' },
      ...{ source: index % 2 === 0 ? 'letter' : null, campaign: index % 4 === 0 ? 'spring' : null },
    })),
  )
  const ctx = asStaff(test, 'growth')
  await ctx.columns.catchUp()
  const countOf = async (href: string) => (await listTrials({ ctx, input: queryOf(`http://x${href}`) })).count
  const open = 'email|direct|unknown|email/letter'
  const input = { range: '90d', flagged: 'in', simulated: 'in', model: 'linear', open }
  const { query, nodes, whole, creditedTrials } = await readChannels({ ctx, input })
  expect(await countOf(creditedHref(query, []))).toBe(creditedTrials[''])
  expect(creditedTrials['']).toBeLessThanOrEqual(whole.converted)
  for (const { path, figures } of nodes.flatMap(allBelow)) {
    expect(await countOf(creditedHref(query, path))).toBe(creditedTrials[formatPath(path)] ?? 0)
    for (const { currency } of [...figures.value.converted, ...figures.value.apart]) {
      expect(await countOf(creditedHref(query, path, [currency]))).toBeGreaterThan(0)
    }
  }
  expect(Object.keys(creditedTrials).length).toBeGreaterThan(3)
}, 60_000)

test('sources are named by the flagged share of their trials, and each number opens its list', async () => {
  await using test = await createTestApp()
  test.clock.at = TEST_NOW
  const rows = fc.sample(arbitraryTrials(20), { numRuns: 30, seed: 5 }).flat()
  const touch = {
    source: 'bad',
    campaign: undefined,
    term: undefined,
    share: undefined,
    embedHost: undefined,
  }
  await insertMeasuredTrials(
    test.app.db,
    rows.map((row, index) => ({
      ...{ ...row, farm: null, flags: index % 4 === 0 || index % 9 === 0 ? ['impossible-speed'] : [] },
      ...(index % 4 === 0 ? { channel: 'paid', touch } : { channel: 'email', touch: null }),
    })),
  )
  const ctx = asStaff(test, 'growth')
  const { suspicious, flagged, query } = await readChannels({ ctx, input: { range: 'all' } })
  expect(suspicious.map(({ channel, source }) => [channel, source])).toEqual([['paid', 'bad']])
  const [bad] = suspicious
  expect([bad?.flagged, bad?.fast]).toEqual([bad?.trials, bad?.trials])
  const countOf = async (href: string) => (await listTrials({ ctx, input: queryOf(`http://x${href}`) })).count
  const open = { ...query, flagged: 'in' as const }
  expect(await countOf(channelRowHref(open, ['paid', 'bad'], 'flagged'))).toBe(bad?.flagged)
  expect(await countOf(trialsHref(open, { name: 'flagged' }))).toBe(flagged.numerator)
})

const allBelow = (node: ChannelNode): ChannelNode[] => [node, ...node.nodes.flatMap(allBelow)]
