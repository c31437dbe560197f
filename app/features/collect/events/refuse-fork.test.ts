import { expect, test } from 'vitest'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { refuseFork } from './refuse-fork'

const event = (seq: number, type: string, data?: TraceEvent['data']): TraceEvent => ({
  seq,
  at: seq * 1_000,
  type,
  activeMs: 500,
  ...(data && { data }),
})

const stored = [event(1, 'SAVE_ORDER', { qty: 2, customer: 'c1' }), event(2, 'CONFIRM')]

test('an event that was sent again is a duplicate, whatever its times and the order of its fields', () => {
  const again = { ...event(1, 'SAVE_ORDER', { customer: 'c1', qty: 2 }), at: 9, activeMs: 0 }
  expect(() => refuseFork(stored, 2, { duplicates: [again], accepted: [] })).not.toThrow()
})

test('no data and empty data are the same event', () => {
  expect(() => refuseFork(stored, 2, { duplicates: [event(2, 'CONFIRM', {})], accepted: [] })).not.toThrow()
})

test.each([
  ['another type', event(1, 'OPEN_ORDER', { qty: 2, customer: 'c1' })],
  ['another value', event(1, 'SAVE_ORDER', { qty: 3, customer: 'c1' })],
  ['a value of another type', event(1, 'SAVE_ORDER', { qty: '2', customer: 'c1' })],
  ['a field less', event(1, 'SAVE_ORDER', { qty: 2 })],
  ['a field more', event(1, 'SAVE_ORDER', { qty: 2, customer: 'c1', note: '' })],
  ['no data', event(1, 'SAVE_ORDER')],
])('a known number with %s is a fork: the conflict names it and what comes next', (_what, fork) => {
  const refusal = () => refuseFork(stored, 2, { duplicates: [fork], accepted: [] })
  expect(refusal).toThrow(
    expect.objectContaining({
      code: 'conflict',
      details: expect.objectContaining({ seq: 1, expectedSeq: 3 }),
    }),
  )
})

test('the first fork is named, also behind true duplicates', () => {
  const duplicates = [stored[0] ?? event(1, 'NONE'), event(2, 'CANCEL')]
  expect(() => refuseFork(stored, 2, { duplicates, accepted: [] })).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ seq: 2 }) }),
  )
})

test('an event is compared with those accepted from the same batch too', () => {
  const accepted = [event(3, 'SHIP')]
  expect(() => refuseFork(stored, 3, { duplicates: [event(3, 'SHIP')], accepted })).not.toThrow()
  expect(() => refuseFork(stored, 3, { duplicates: [event(3, 'CANCEL')], accepted })).toThrow(
    expect.objectContaining({ code: 'conflict', details: expect.objectContaining({ expectedSeq: 4 }) }),
  )
})

test('a duplicate whose first copy is not among those given is no fork', () => {
  expect(() => refuseFork([], 9, { duplicates: [event(4, 'SHIP')], accepted: [] })).not.toThrow()
})

test('without a duplicate there is no fork', () => {
  expect(() => refuseFork(stored, 2, { duplicates: [], accepted: [event(3, 'SHIP')] })).not.toThrow()
})
