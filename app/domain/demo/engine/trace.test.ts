import { expect, test } from 'vitest'
import { MAX_BATCH, traceBatchSchema, traceEventSchema } from './trace'

const event = { seq: 1, at: 0, type: 'SAVE_ORDER', data: { qty: 2 }, activeMs: 0 }
const trial = '0190a5d2-7b1c-7000-8000-000000000000'

test('an event and a batch are accepted as the player sends them', () => {
  expect(traceEventSchema.safeParse(event).success).toBe(true)
  expect(traceEventSchema.safeParse({ ...event, type: '@hint', data: undefined }).success).toBe(true)
  expect(traceBatchSchema.safeParse({ trial, events: [event] }).success).toBe(true)
})

test.each<unknown>([
  { ...event, seq: 0 },
  { ...event, at: -1 },
  { ...event, at: 0.5 },
  { ...event, type: '@other' },
  { ...event, type: 'save' },
  { ...event, type: 'x@hint' },
  { ...event, type: '@hint SAVE' },
  { ...event, type: 'a SAVE' },
  { ...event, type: 'SAVE_ORDER; DROP' },
  { ...event, type: 'SAVE\nORDER' },
  { ...event, type: 'SAVE\n' },
  { ...event, type: '' },
  { ...event, result: 'success' },
  { ...event, data: { nested: {} } },
  { ...event, data: { text: 'a'.repeat(2_001) } },
  { ...event, data: { constructor: 1 } },
  { ...event, data: { text: 'a\0' } },
])('%j is refused', (wrong) => {
  expect(traceEventSchema.safeParse(wrong).success).toBe(false)
})

test('a batch carries from one to two hundred events', () => {
  const many = (length: number) =>
    traceBatchSchema.safeParse({ trial, events: Array.from({ length }, () => event) }).success
  expect([many(0), many(MAX_BATCH), many(MAX_BATCH + 1)]).toEqual([false, true, false])
})
