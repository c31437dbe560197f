import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rating } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { boardScope } from '~/domain/insight/board-scope'
import { measureClock } from '~/domain/insight/measured-trial'
import { readFilterChoices } from './filter-choices'
import { readLatestComments } from './latest-comments'

const everyone = boardScope({
  filter: { flagged: true, simulated: true },
  range: { from: null, until: null },
  clock: measureClock(TEST_NOW, 30),
  timeZone: 'UTC',
})

const sample = (count: number) =>
  fc.sample(arbitraryTrials(count), { numRuns: 40, seed: 3 }).reduce((a, b) => (a.length > b.length ? a : b))

test('the filter offers the values that trials of the demo have, whatever else it is set to', async () => {
  await using database = await createTestDatabase()
  const rows = sample(80)
  await insertMeasuredTrials(database.db, rows)
  using reader = await copyOf(database)
  const own = rows.filter((row) => row.demoSlug === 'order-to-cash')
  const valuesOf = <Value>(pick: (row: (typeof rows)[number]) => Value) => [...new Set(own.map(pick))].sort()
  const narrow = { demo: 'order-to-cash', plan: 'none', flagged: false, simulated: false }
  expect(await readFilterChoices(reader, { ...everyone, filter: narrow })).toEqual({
    demos: ['order-to-cash'],
    revisions: valuesOf((row) => row.revisionNumber),
    plans: valuesOf((row) => row.plan),
    roles: valuesOf((row) => row.role),
    locales: valuesOf((row) => row.locale),
    channels: valuesOf((row) => row.channel),
    devices: valuesOf((row) => row.device),
    // All accounts there are; those of generated trials are called by their ids.
    accounts: [...new Set(rows.flatMap((row) => row.account ?? []))].sort().map((id) => ({ id, name: id })),
    simulated: own.filter((row) => row.flags.includes('simulated')).length,
    flagged: own.filter((row) => row.flags.some((flag) => flag !== 'simulated')).length,
  })
})

test('without trials there are no choices', async () => {
  await using database = await createTestDatabase()
  using reader = await copyOf(database)
  const choices = await readFilterChoices(reader, everyone)
  expect(choices).toMatchObject({ demos: [], plans: [], revisions: [], simulated: 0, flagged: 0 })
})

test('comments come newest first, without empty ones and those outside the filter', async () => {
  await using database = await createTestDatabase()
  const rows = sample(30).map((row) => ({ ...row, stars: 4 }))
  await insertMeasuredTrials(database.db, rows)
  const [first, second, third] = rows
  if (!first || !second || !third) throw new Error('The sample is too small.')
  await database.db.delete(rating)
  const say = (row: typeof first, comment: string, minute: number) => ({
    visitorId: row.visitorId,
    trialId: row.id,
    stars: 4,
    comment,
    createdAt: new Date(TEST_NOW.getTime() + minute * 60_000),
  })
  await database.db
    .insert(rating)
    .values([say(first, 'Older', 1), say(second, '', 2), say(third, 'Newer', 3)])
  using reader = await copyOf(database)
  const told = await readLatestComments(reader, everyone, 5)
  expect(told.map((one) => one.comment)).toEqual(['Newer', 'Older'])
  expect(await readLatestComments(reader, everyone, 1)).toHaveLength(1)
  const elsewhere = { ...everyone, filter: { ...everyone.filter, demo: 'absent' } }
  expect(await readLatestComments(reader, elsewhere, 5)).toEqual([])
})
