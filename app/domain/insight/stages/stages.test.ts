import { expect, test } from 'vitest'
import { countEstimate, rateEstimate } from '../estimate'
import { conversionMeasure } from '../conversion'
import { CONVERSION_STATES } from '../conversion-terms'
import { recordOf } from '../record-of'
import { noStageCounts } from './stage-counts'
import { stageFigures, type StageTally } from './stage-figures'
import { effectiveTargets, judgeTarget, targetOn, type TargetEntry } from './stage-targets'
import { coarser, stageTrend } from './stage-trend'

const WINDOW = { conversionWindowMs: 30 * 86_400_000 }
const NOTHING = { units: 0, days: [], followed: new Map<number, number>(), longestMs: 0 }
const noConversions = recordOf(CONVERSION_STATES, () => 0)
const WEEK_MS = 7 * 86_400_000

const tally = (changes: Partial<StageTally> = {}): StageTally => ({
  counts: noStageCounts(),
  conversion: conversionMeasure({ unit: 'trial' }, { counts: noConversions, followUp: NOTHING }, WINDOW),
  ms: WEEK_MS,
  isOver: false,
  ...changes,
})

const entry = (version: number, changes: Partial<TargetEntry> = {}): TargetEntry => ({
  ...{ stage: 'activation', version, undoes: null, holdsFrom: '2026-01-01', target: version / 10 },
  ...{ ownerId: null, setAt: new Date(0), setBy: 'Lin', ...changes },
})

test('without anybody every share is unknown, and no target can be told met or missed', () => {
  for (const figure of stageFigures(tally()).filter(({ by }) => by !== 'count')) {
    expect(figure.estimate).toMatchObject({ value: null, low: 0, high: 1 })
    expect(judgeTarget(figure, 0)).toBe('cannot-tell')
  }
})

test('trials are told a week, exactly once the period is over', () => {
  const counts = { ...noStageCounts(), trials: 200, visitors: 150 }
  const [running] = stageFigures(tally({ counts, ms: 2 * WEEK_MS }))
  const [over] = stageFigures(tally({ counts, ms: 2 * WEEK_MS, isOver: true }))
  expect(running?.estimate).toMatchObject({ value: 100, low: countEstimate(200).low / 2 })
  expect(over?.estimate).toMatchObject({ value: 100, low: 100, high: 100 })
  expect(over && judgeTarget(over, 100)).toBe('met')
  expect(running && judgeTarget(running, 100)).toBe('cannot-tell')
})

test('a target is met or missed by the whole interval, and never with fewer than 30', () => {
  const rate = (part: number, whole: number) => ({ estimate: rateEstimate(part, whole), by: 'rate' as const })
  expect(judgeTarget(rate(80, 100), 0.5)).toBe('met')
  expect(judgeTarget(rate(20, 100), 0.5)).toBe('missed')
  expect(judgeTarget(rate(50, 100), 0.5)).toBe('cannot-tell')
  expect(judgeTarget(rate(29, 29), 0.1)).toBe('cannot-tell')
  expect(judgeTarget({ estimate: rateEstimate(0, 100), by: 'curve' }, 0.5)).toBe('cannot-tell')
})

test('the target of a day is the one that began last, without those that were undone', () => {
  const entries = [
    entry(1),
    entry(2, { holdsFrom: '2026-02-01' }),
    entry(3, { holdsFrom: '2026-02-01' }),
    entry(4, { undoes: 3 }),
  ]
  expect(targetOn(entries, '2025-12-31')).toBeNull()
  expect(targetOn(entries, '2026-01-31')?.version).toBe(1)
  expect(targetOn(entries, '2026-02-01')?.version).toBe(2)
  expect(effectiveTargets([...entries, entry(5, { undoes: 4 })]).map(({ version }) => version)).toEqual([
    3, 2, 1,
  ])
})

test('a long trend is drawn by week and keeps every trial', () => {
  const days = new Map(
    ['2026-03-01', '2026-03-02', '2026-03-30'].map((day) => [
      day,
      { ...noStageCounts(), trials: 5, finished: 2 },
    ]),
  )
  const span = coarser({ first: '2026-03-01', last: '2026-03-31', unit: 'day' })
  const steps = stageTrend('activation', days, span)
  expect(span.unit).toBe('week')
  expect(
    steps.map(({ numerator, denominator }) => [numerator, denominator]).filter(([, all]) => all !== 0),
  ).toEqual([
    [2, 5],
    [2, 5],
    [2, 5],
  ])
  expect(coarser({ first: '2026-03-01', last: '2026-03-14', unit: 'day' }).unit).toBe('day')
})
