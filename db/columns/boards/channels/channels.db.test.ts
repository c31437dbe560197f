import fc from 'fast-check'
import { expect, test } from 'vitest'
import { v7 } from 'uuid'
import { conversion } from '#db/schema/conversion'
import { touch } from '#db/schema/touch'
import { visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { attribute } from '~/domain/insight/attribution/attribute'
import { countChannels } from '~/domain/insight/attribution/channel-counts'
import { formatPath, pathOfPlace, type Placed } from '~/domain/insight/attribution/channel-place'
import { channelTree, type ChannelNode } from '~/domain/insight/attribution/channel-tree'
import { sumCredits, type CreditSum } from '~/domain/insight/attribution/credit-sums'
import { LOOK_BACK_MS } from '~/domain/insight/attribution/credits'
import { ATTRIBUTION_MODELS } from '~/domain/insight/attribution/models'
import { boardScope } from '~/domain/insight/board-scope'
import { measureClock } from '~/domain/insight/measured-trial'
import { DAY_MS } from '~/domain/day'
import { readChannelCounts } from './channel-counts'
import { readChannelCredits } from './channel-credits'

const everyone = boardScope({
  filter: { flagged: true, simulated: true },
  range: { from: null, until: null },
  clock: measureClock(TEST_NOW, 30),
  timeZone: 'UTC',
})

const START_MS = TEST_NOW.getTime() - 200 * DAY_MS

/** Instants of whole days, so that ties and both ends of the look-back window occur. */
const day = fc.integer({ min: 0, max: 180 }).map((days) => new Date(START_MS + days * DAY_MS))
const arrival = fc.record({
  at: day,
  channel: fc.constantFrom('direct', 'paid', 'email', 'search'),
  source: fc.constantFrom(null, 'letter', 'unknown'),
  campaign: fc.constantFrom(null, 'spring'),
})
const money = fc.record({
  value: fc.integer({ min: -50, max: 500 }),
  currency: fc.constantFrom('EUR', 'USD'),
})
const reported = fc
  .tuple(day, fc.option(money))
  .map(([at, worth]) => ({ at, ...(worth ?? { value: null, currency: null }) }))
const histories = fc.array(
  fc.record({
    touches: fc.array(arrival, { maxLength: 12 }),
    conversions: fc.array(reported, { maxLength: 3 }),
  }),
  { minLength: 400, maxLength: 400 },
)

test('credits of random histories equal the oracle in every model, and sum to the conversions exactly', async () => {
  await using database = await createTestDatabase()
  const [sample = []] = fc.sample(histories, { numRuns: 1, seed: 11 })
  const visitors = sample.map((history) => ({ ...history, visitorId: v7() }))
  const touches = visitors.flatMap(({ visitorId, touches: own }) =>
    own.map((one) => ({ ...one, visitorId, id: v7() })),
  )
  const conversions = visitors.flatMap(({ visitorId, conversions: own }) =>
    own.map((one) => ({ ...one, visitorId, id: v7(), goal: 'purchase' as const, source: 'api' as const })),
  )
  await database.db.insert(visitor).values(visitors.map(({ visitorId }) => ({ visitorId })))
  await database.db.insert(touch).values(touches)
  await database.db.insert(conversion).values(conversions)
  using reader = await copyOf(database)
  for (const model of ATTRIBUTION_MODELS) {
    const oracle = treeOf(sumCredits(attribute(conversions, touches, { model, lookBackMs: LOOK_BACK_MS })))
    const credited = treeOf(await readChannelCredits(reader, everyone, { model }))
    expect(credited.whole.converted).toBe(conversions.length)
    expect([...listRows(credited.nodes)].sort()).toEqual([...listRows(oracle.nodes)].sort())
  }
})

const treeOf = (credits: Placed<CreditSum>[]) =>
  channelTree({ counts: [], credits, paid: [], rates: { headline: 'EUR', rates: {} } })

/** Every row on every level with what it is credited with, rounded. */
function* listRows(nodes: readonly ChannelNode[]): Generator<[string, ...string[]]> {
  for (const { path, figures, nodes: opened } of nodes) {
    const amounts = [...figures.value.converted, ...figures.value.apart]
    const money = amounts.map(({ value, currency }) => `${value.toFixed(3)} ${currency}`)
    yield [formatPath(path), figures.converted.toFixed(6), figures.withoutValue.toFixed(6), ...money]
    yield* listRows(opened)
  }
}

test('trials and touches are counted by channel as the oracle counts them', async () => {
  await using database = await createTestDatabase()
  const rows = fc
    .sample(arbitraryTrials(60), { numRuns: 30, seed: 5 })
    .reduce((a, b) => (a.length > b.length ? a : b))
  await insertMeasuredTrials(database.db, rows)
  const touches = rows.map(({ visitorId, startedAt: at }, index) => ({
    ...{ visitorId, id: v7(), at, channel: 'email', campaign: null },
    source: index % 2 ? 'letter' : null,
  }))
  await database.db.insert(touch).values(touches)
  using reader = await copyOf(database)
  const counts = await readChannelCounts(reader, everyone)
  const byPlace = (all: typeof counts) =>
    Object.fromEntries(all.map((one) => [formatPath(pathOfPlace(one.place)), one]))
  expect(byPlace(counts)).toEqual(byPlace(countChannels(rows, touches, everyone.clock)))
})
