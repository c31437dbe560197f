import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryHistories, arbitrarySegment } from '#tests/support/arbitrary-segment'
import { TEST_NOW } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { conditionsOf } from '~/domain/insight/segment/segment-rule'
import { formatTrialSet } from '~/domain/insight/trial-set'
import { saveQuery } from '../saved/save-query.server'
import { listTrials } from '../trials/list-trials.server'
import { countSegment } from './count-segment.server'
import { listSegments } from './list-segments.server'
import { openSegment } from './open-segment.server'

const RULES = fc
  .sample(
    arbitrarySegment().filter((rule) => conditionsOf(rule).length > 0),
    { numRuns: 12, seed: 3 },
  )
  .map((rule, index) => ({ rule, name: `Segment ${index}` }))

test('the number of visitors in a segment is the length of the list that it opens', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  await insertMeasuredTrials(app.app.db, fc.sample(arbitraryHistories(40), { numRuns: 6, seed: 7 }).flat())
  const ctx = asStaff(app, 'growth')
  for (const { rule, name } of RULES) {
    await saveQuery({ ctx, input: { kind: 'segment', name, body: rule } })
  }
  const { saved } = await listSegments({ ctx, input: {} })
  expect(saved).toHaveLength(RULES.length)
  const set = formatTrialSet({ unit: 'visitor', state: 'all' })
  for (const { id, name, people } of saved) {
    const { count } = await listTrials({ ctx, input: { range: 'all', segment: id, set } })
    expect([name, count]).toEqual([name, people])
    const { rule } = RULES.find((one) => one.name === name)!
    expect(await countSegment({ ctx, input: { rule } })).toBe(people)
  }
  expect(saved.some(({ people }) => people > 0)).toBe(true)
})

test('a funnel is opened as no segment, and a new segment has no version', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  const { id } = await saveQuery({ ctx, input: { kind: 'funnel', name: 'F', body: { step1: 'trial' } } })
  for (const wrong of [id, 'nonsense']) {
    await expect(openSegment({ ctx, input: { id: wrong } })).rejects.toMatchObject({ code: 'not-found' })
  }
  expect(await openSegment({ ctx, input: { id: null } })).toMatchObject({ query: null, versions: [] })
})
