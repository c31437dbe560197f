import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { compareTrials } from './compare-trials.server'
import { IDEAL } from './comparison-query'

type Done = Pick<TraceEvent, 'type'> & Partial<TraceEvent>

/** A new visitor's trial of these events, each two seconds after the one before. */
async function tried(test: TestApp, events: Done[], plan = 'free'): Promise<string> {
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan } })
  const trace = events.map((event, index) => ({
    ...{ seq: index + 1, at: (index + 1) * 2_000, activeMs: 1_000 },
    ...event,
  }))
  if (trace.length > 0) await acceptEvents({ ctx, input: { trial: trial.id, events: trace } })
  return trial.id
}

test('two trials walk together by state, and what one did alone is named', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'growth')
  const a = await tried(test, [{ type: '@hint' }, { type: 'NEW_REQUEST' }])
  const b = await tried(test, [])
  const seen = await compareTrials({ ctx, input: { a, b } })
  expect(seen.query.by).toBe('state')
  expect(seen.mismatches).toEqual([])
  expect(seen.stops.map(({ moved }) => moved)).toEqual(['both', 'a'])
  expect(seen.parting).toMatchObject({ stop: 1 })
  expect([seen.sides.a.figures.hints, seen.sides.b.figures.hints]).toEqual([1, 0])
  expect(seen.times[0]).toMatchObject({ a: 4_000, b: 0 })
  expect(seen.times[1]).toMatchObject({ b: null })
  const last = await compareTrials({ ctx, input: { a, b, stop: 99 } })
  expect([last.current, last.sides.a.step.index, last.sides.b.step.index]).toEqual([1, 2, 0])
  const byTime = await compareTrials({ ctx, input: { a, b, by: 'time' } })
  expect(byTime.stops.map(({ at }) => at)).toEqual([
    { a: 0, b: 0 },
    { a: 2_000, b: 0 },
    { a: 4_000, b: 0 },
  ])
})

test('the ideal path is played beside a trial, to its end and without times', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'growth')
  const a = await tried(test, [{ type: 'NEW_REQUEST' }])
  const seen = await compareTrials({ ctx, input: { a, b: IDEAL, stop: 99, by: 'time' } })
  expect([seen.hasTimes, seen.query.by, seen.sides.b.id]).toEqual([false, 'state', null])
  expect(seen.sides.b.figures).toMatchObject({ hints: 0, detours: 0, activeMs: null })
  expect(seen.sides.b.figures.steps).toBeGreaterThan(seen.sides.a.figures.steps)
  expect(seen.stops.some(({ moved }) => moved === 'a')).toBe(false)
})

test('what makes two trials unlike is said, and unknown ones are refused', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = asStaff(test, 'growth')
  const [free, premium] = [await tried(test, []), await tried(test, [], 'premium')]
  const { mismatches } = await compareTrials({ ctx, input: { a: free, b: premium } })
  expect(mismatches).toEqual(['plan'])
  for (const input of [{ a: free, b: uuidv7() }, { a: 'x', b: free }, { a: free }, { a: free, b: 'ideals' }])
    await expect(compareTrials({ ctx, input })).rejects.toMatchObject({ code: 'not-found' })
  const operator = compareTrials({ ctx: asStaff(test, 'operator'), input: { a: free, b: premium } })
  await expect(operator).rejects.toMatchObject({ code: 'forbidden' })
})
