import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STEPS_WITHOUT_INPUT, TRIAL_SIGNALS, countingFlags, isWithoutInput, withSignals } from './signals'
import type { Ruling, SignalName } from './signals'

const NAMES = Object.keys(TRIAL_SIGNALS) as SignalName[]
const WEAK = NAMES.filter((name) => TRIAL_SIGNALS[name].weight === 'weak')
const STRONG = NAMES.filter((name) => TRIAL_SIGNALS[name].weight === 'strong')
const AT = new Date('2026-03-02T09:00:00Z')
const noticed = (...names: SignalName[]) => withSignals([], names, AT)
const ruled = (verdict: Ruling['verdict']): Ruling => ({
  verdict,
  reason: 'x',
  by: 'Lin',
  at: AT.toISOString(),
})
const subset = fc.subarray(NAMES)

test('a strong signal counts by itself, a weak one does not', () => {
  for (const name of STRONG) expect(countingFlags(noticed(name), null)).toEqual([TRIAL_SIGNALS[name].reason])
  for (const name of WEAK) expect(countingFlags(noticed(name), null)).toEqual([])
})

test('two weak signals that agree count, each with its reason', () => {
  for (const [index, one] of WEAK.entries()) {
    for (const other of WEAK.slice(index + 1)) {
      const reasons = new Set([TRIAL_SIGNALS[one].reason, TRIAL_SIGNALS[other].reason])
      expect(new Set(countingFlags(noticed(one, other), null))).toEqual(reasons)
    }
  }
})

test('the same weak signal noticed again is still one', () => {
  const once = noticed('datacenter')
  const again = withSignals(once, ['datacenter'], new Date('2026-04-01T00:00:00Z'))
  expect(again).toEqual(once)
  expect(countingFlags(again, null)).toEqual([])
})

test('new signals join the known ones, and nothing new leaves them as they are', () => {
  const later = new Date('2026-04-01T00:00:00Z')
  const known = noticed('datacenter')
  expect(withSignals(known, [], later)).toEqual(known)
  expect(withSignals(known, ['no-language', 'datacenter', 'no-language'], later)).toEqual([
    ...known,
    { name: 'no-language', at: later.toISOString() },
  ])
})

test('a strong signal lends no weight to a weak one', () => {
  expect(countingFlags(noticed('internal', 'datacenter'), null)).toEqual(['internal'])
})

test('whom a person cleared is clear of everything but being simulated, whatever is noticed later', () => {
  fc.assert(
    fc.property(subset, (names) => {
      const expected = names.includes('simulated') ? ['simulated'] : []
      expect(countingFlags(noticed(...names), ruled('cleared'))).toEqual(expected)
    }),
  )
})

test('whom a person flagged is flagged, beside what the signals say; taking the ruling back leaves the signals', () => {
  fc.assert(
    fc.property(subset, (names) => {
      const signals = noticed(...names)
      expect(countingFlags(signals, ruled('flagged'))).toEqual([...countingFlags(signals, null), 'by-hand'])
    }),
  )
})

test('more signals never take a flag away, and the order in which they came changes nothing', () => {
  fc.assert(
    fc.property(subset, subset, (some, more) => {
      const fewer = countingFlags(noticed(...some), null)
      const all = countingFlags(noticed(...some, ...more), null)
      expect(all).toEqual(expect.arrayContaining(fewer))
      expect(countingFlags(noticed(...more, ...some), null)).toEqual(all)
    }),
  )
})

test('a trial is without input once it has the steps for it and nobody was ever active', () => {
  expect(isWithoutInput({ steps: STEPS_WITHOUT_INPUT, activeMs: 0 })).toBe(true)
  expect(isWithoutInput({ steps: STEPS_WITHOUT_INPUT - 1, activeMs: 0 })).toBe(false)
})

test('one active millisecond is input, however many steps there are', () => {
  expect(isWithoutInput({ steps: STEPS_WITHOUT_INPUT, activeMs: 1 })).toBe(false)
  expect(isWithoutInput({ steps: 1_000, activeMs: 1 })).toBe(false)
})
