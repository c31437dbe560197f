import { groupBy } from '../group-by'
import { difference, type Difference } from '../difference'
import { countEstimate, type Estimate } from '../estimate'
import { isEnough } from '../proportion'
import { wilsonInterval } from '../wilson'
import {
  CHANGE_DIMENSIONS,
  type ChangeCell,
  type ChangeDimension,
  type ChangedMeasure,
  type Contribution,
  type ValueFigures,
} from './contribution'
import { quantileOfNormal } from './normal-quantile'

const PARTS = {
  trials: { part: 'trials', whole: 'trials' },
  completion: { part: 'finished', whole: 'trials' },
  conversion: { part: 'converted', whole: 'matured' },
} as const

/** One value in both periods. */
interface Compared extends Pick<Contribution, 'dimension' | 'value' | 'now' | 'before'> {
  measure: ChangedMeasure
}

/**
 * The contributions of every value of every dimension to the change of a measure. Over one dimension they sum to the change:
 * R₁ − R₀ = Σ w̄(r₁ − r₀) + Σ (w₁ − w₀)(r̄ − R̄), with the means of both periods, so that neither is the base
 * (E. M. Kitagawa, JASA 50, 1955).
 */
export function contributions(
  measure: ChangedMeasure,
  now: readonly ChangeCell[],
  before: readonly ChangeCell[],
): Contribution[] {
  const compared = CHANGE_DIMENSIONS.flatMap((dimension) => compare(measure, dimension, now, before))
  // Many values are looked at: the intervals together hold at 95% (Bonferroni).
  const z = quantileOfNormal(0.05 / Math.max(1, compared.length * (measure === 'trials' ? 1 : 2)))
  if (measure === 'trials') return compared.map((one) => countEffect(one, z))
  const all = { now: wholeOf(measure, now), before: wholeOf(measure, before) }
  return compared.flatMap((one) => rateEffects(one, all, z))
}

const wholeOf = (measure: ChangedMeasure, cells: readonly ChangeCell[]): ValueFigures => {
  const { part, whole } = PARTS[measure]
  return { part: sum(cells, part), whole: sum(cells, whole), share: 1 }
}

/**
 * Those that cannot be chance, the largest first. A value that all trials have tells nothing; of values that are the same
 * trials the first dimension is named.
 */
export function largestContributions(all: readonly Contribution[], most: number): Contribution[] {
  const clear = all.filter(
    ({ effect, now, before }) => (effect.low > 0 || effect.high < 0) && Math.min(now.share, before.share) < 1,
  )
  const sorted = [...clear].sort((a, b) => Math.abs(b.effect.value ?? 0) - Math.abs(a.effect.value ?? 0))
  const seen = new Set<string>()
  return sorted
    .filter(({ kind, now, before }) => {
      const trials = JSON.stringify([kind, now.part, now.whole, before.part, before.whole])
      return !seen.has(trials) && seen.add(trials)
    })
    .slice(0, most)
}

function compare(
  measure: ChangedMeasure,
  dimension: ChangeDimension,
  now: readonly ChangeCell[],
  before: readonly ChangeCell[],
): Compared[] {
  const [byNow, byBefore] = [figuresBy(measure, dimension, now), figuresBy(measure, dimension, before)]
  const values = [...new Set([...byNow.keys(), ...byBefore.keys()])].sort()
  const none = { part: 0, whole: 0, share: 0 }
  return values.map((value) => ({
    ...{ measure, dimension, value },
    now: byNow.get(value) ?? none,
    before: byBefore.get(value) ?? none,
  }))
}

function figuresBy(
  measure: ChangedMeasure,
  dimension: ChangeDimension,
  cells: readonly ChangeCell[],
): Map<string, ValueFigures> {
  const { part, whole } = PARTS[measure]
  const all = sum(cells, whole)
  return new Map(
    [...groupBy(cells, (cell) => cell[dimension])].map(([value, own]) => [
      value,
      { part: sum(own, part), whole: sum(own, whole), share: all === 0 ? 0 : sum(own, whole) / all },
    ]),
  )
}

const sum = (cells: readonly ChangeCell[], name: 'trials' | 'finished' | 'matured' | 'converted') =>
  cells.reduce((total, cell) => total + cell[name], 0)

function countEffect(one: Compared, z: number): Contribution {
  const effect = difference(countEstimate(one.now.part, z), countEstimate(one.before.part, z))
  return { ...one, kind: 'count', effect }
}

/** What the change of one value's own rate, and of its share of the trials, add. */
function rateEffects(one: Compared, all: Record<'now' | 'before', ValueFigures>, z: number): Contribution[] {
  const { now, before } = one
  const weight = (now.share + before.share) / 2
  const shift = now.share - before.share
  const own = midRate(now, before)
  const beyond = own.rate - midRate(all.now, all.before).rate
  const deviation = Math.sqrt(
    beyond ** 2 * (spreadOf(now.share, all.now.whole) + spreadOf(before.share, all.before.whole)) +
      shift ** 2 * (own.variance + midRate(all.now, all.before).variance),
  )
  const isKnown = isEnough(all.now.whole) && isEnough(all.before.whole) && isEnough(now.whole + before.whole)
  return [
    { ...one, kind: 'rate', effect: rateEffect(now, before, weight, z) },
    { ...one, kind: 'mix', effect: around(shift * beyond, isKnown ? z * deviation : Infinity) },
  ]
}

/** The share is taken as known. With fewer than 30 trials on either side nothing can be told. */
function rateEffect(now: ValueFigures, before: ValueFigures, weight: number, z: number): Difference {
  if (now.whole === 0 || before.whole === 0) return around(0, Infinity)
  const estimate = ({ part, whole }: ValueFigures): Estimate => ({
    ...{ value: part / whole, count: whole },
    ...wilsonInterval(part, whole, z),
  })
  const change = difference(estimate(now), estimate(before))
  const value = weight * (change.value ?? 0)
  if (!isEnough(now.whole) || !isEnough(before.whole)) return around(value, Infinity)
  return { value, low: weight * change.low, high: weight * change.high }
}

const around = (value: number, half: number): Difference => ({ value, low: value - half, high: value + half })

const spreadOf = (share: number, count: number): number => (count === 0 ? 0 : (share * (1 - share)) / count)

/** The mean of the rates of both periods, or the one that there is. */
function midRate(now: ValueFigures, before: ValueFigures): { rate: number; variance: number } {
  const sides = [now, before].filter(({ whole }) => whole > 0)
  if (sides.length === 0) return { rate: 0, variance: 0 }
  const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / sides.length
  const rates = sides.map(({ part, whole }) => part / whole)
  const variances = sides.map(({ whole }, index) => spreadOf(rates[index] ?? 0, whole))
  return { rate: mean(rates), variance: mean(variances) / sides.length }
}
