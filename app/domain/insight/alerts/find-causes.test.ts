import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../day'
import type { DayMeasure } from './alert-measures'
import { findCauses, judgeScope, type DayCell } from './find-causes'

const DAY = '2026-11-02'
const DEMOS = ['order-to-cash', 'hire-to-retire', 'invoice']
const CHANNELS = ['search', 'email', 'direct']

const cell = (
  day: string,
  demo: string,
  channel: string,
  started: number,
  finished = started / 2,
): DayCell => ({
  ...{
    day,
    demo,
    channel,
    begun: started,
    started,
    finished,
    dropped: started - finished,
    rated: 0,
    liked: 0,
  },
  ...{ flagged: 0, asked: 0, converted: 0 },
})

/** Eight weeks of the same, and a day of which `today` says how many there were. */
function cells(today: (demo: string, channel: string) => [started: number, finished: number]): DayCell[] {
  return DEMOS.flatMap((demo) =>
    CHANNELS.flatMap((channel) => [
      ...Array.from({ length: 8 }, (_, week) => cell(addDays(DAY, -7 * (week + 1)), demo, channel, 100)),
      cell(DAY, demo, channel, ...today(demo, channel)),
    ]),
  )
}

const causes = (measure: DayMeasure, given: DayCell[]) =>
  findCauses({ cells: given, measure, day: DAY, earliest: addDays(DAY, -56) }).map(({ scope, direction }) => [
    ...[scope.demo || '*', scope.channel || '*', direction],
  ])

test('a usual day tells nothing', () => {
  expect(
    causes(
      'trials',
      cells(() => [100, 50]),
    ),
  ).toEqual([])
})

test('a drop of one demo is told for it alone, not for its channels nor for all', () => {
  const dropped = cells((demo) => (demo === 'invoice' ? [20, 10] : [100, 50]))
  expect(causes('trials', dropped)).toEqual([['invoice', '*', 'below']])
})

test('a drop of one channel is told for it alone', () => {
  const dropped = cells((_demo, channel) => (channel === 'email' ? [20, 10] : [100, 50]))
  expect(causes('trials', dropped)).toEqual([['*', 'email', 'below']])
})

test('a drop of one channel of one demo is told for the two together', () => {
  const dropped = cells((demo, channel) => (demo === 'invoice' && channel === 'email' ? [5, 2] : [100, 50]))
  expect(causes('trials', dropped)).toEqual([['invoice', 'email', 'below']])
})

test('a drop everywhere is told once', () => {
  expect(
    causes(
      'trials',
      cells(() => [20, 10]),
    ),
  ).toEqual([['*', '*', 'below']])
  expect(
    causes(
      'completion',
      cells(() => [100, 5]),
    ),
  ).toEqual([['*', '*', 'below']])
  expect(
    causes(
      'dropped',
      cells(() => [100, 5]),
    ),
  ).toEqual([['*', '*', 'above']])
})

test('two causes are two, also when together they cancel out', () => {
  const moved = cells((demo) =>
    demo === 'invoice' ? [20, 10] : demo === 'order-to-cash' ? [180, 90] : [100, 50],
  )
  expect(causes('trials', moved).sort()).toEqual([
    ['invoice', '*', 'below'],
    ['order-to-cash', '*', 'above'],
  ])
})

test('too few tell nothing', () => {
  const few = cells(() => [100, 50]).map((one) => ({ ...one, started: Math.round(one.started / 50) }))
  expect(
    causes(
      'trials',
      few.map((one) => (one.day === DAY ? { ...one, started: 0 } : one)),
    ),
  ).toEqual([])
})

test('every cause is outside on its own, no cause is part of another, and one is found when all are outside', () => {
  const day = fc.array(fc.constantFrom(0, 10, 95, 100, 105, 300), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(day, (counts) => {
      const given = cells((demo, channel) => {
        const started = counts[DEMOS.indexOf(demo) * 3 + CHANNELS.indexOf(channel)] ?? 0
        return [started, started / 2]
      })
      const watched = { cells: given, measure: 'trials' as const, day: DAY, earliest: addDays(DAY, -56) }
      const found = findCauses(watched)
      for (const { scope, direction } of found) {
        expect(judgeScope(watched, scope).verdict).toBe(direction)
        const wider = found.filter((other) => other.direction === direction && other.scope !== scope)
        const holds = (part: string, whole: string) => whole === '' || whole === part
        expect(
          wider.some((one) => holds(scope.demo, one.scope.demo) && holds(scope.channel, one.scope.channel)),
        ).toBe(false)
      }
      const all = judgeScope(watched, { demo: '', channel: '' }).verdict
      if (all === 'above' || all === 'below')
        expect(found.some(({ direction }) => direction === all)).toBe(true)
    }),
  )
})
