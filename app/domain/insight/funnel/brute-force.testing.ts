import { propOf, type FunnelEvent } from './funnel-history'
import type { FunnelQuery } from './funnel-query'

type Placed = FunnelEvent & { position: number }
type Sequence = readonly Placed[]

/**
 * The instants at which each unit did its steps, from the sentences of the definition alone: every sequence of events is
 * tried, and those that are no attempt are struck out.
 */
export function bruteForce(history: readonly FunnelEvent[], query: FunnelQuery): number[][] {
  const placed = history.map((event, position) => ({ ...event, position }))
  const keys = new Set(placed.map((event) => keyOf(event, query)).filter((key) => key !== null))
  return [...keys].flatMap((key) => {
    const best = bestOf(
      placed.filter((event) => keyOf(event, query) === key),
      query,
    )
    return best ? [best.map(({ at }) => at)] : []
  })
}

function keyOf(event: FunnelEvent, { unit }: FunnelQuery): string | null {
  if (unit === 'visitor') return event.visitor
  const value = propOf(event, unit)
  return value === null ? null : unit === 'trial' ? `${event.visitor} ${value}` : String(value)
}

function bestOf(unit: Sequence, query: FunnelQuery): Sequence | null {
  const openers = unit.filter((event) => isWithin(event.at, query) && isAttempt([event], unit, query))
  const attempts = openers.map((opener) => earliest(sequencesFrom([opener], unit, query)))
  const kept = attempts.filter((attempt) => !crossesExclusion(attempt, unit, query))
  if (kept.length > 0) return kept.reduce((best, one) => (isBetter(one, best) ? one : best))
  const first = Math.min(...openers.map(({ at }) => at))
  return query.order === 'unordered' && openers.length > 0
    ? openers.filter(({ at }) => at === first).slice(0, 1)
    : null
}

const isWithin = (at: number, { fromMs, toMs }: FunnelQuery) =>
  (fromMs === null || at >= fromMs) && (toMs === null || at <= toMs)

/** All attempts that go on from `start`, itself among them. A start that is none may become one by a later event of the same instant. */
function sequencesFrom(start: Sequence, unit: Sequence, query: FunnelQuery): Sequence[] {
  if (start.length === query.steps.length) return [start]
  const longer = unit
    .filter((event) => !start.includes(event))
    .map((event) => [...start, event])
    .filter((sequence) => isAttempt(sequence, unit, query))
  return [start, ...longer.flatMap((sequence) => sequencesFrom(sequence, unit, query))]
}

function isAttempt(sequence: Sequence, unit: Sequence, query: FunnelQuery): boolean {
  const inTime = sequence.every(({ at }, index) => index === 0 || at >= instantOf(sequence, index - 1))
  const inWindow = lastInstantOf(sequence) - instantOf(sequence, 0) <= query.windowSeconds * 1_000
  return inTime && inWindow && fills(sequence, query) && !isBroken(sequence, unit, query)
}

const instantOf = (sequence: Sequence, index: number) => sequence[index]?.at ?? Infinity
const lastInstantOf = (sequence: Sequence) => instantOf(sequence, sequence.length - 1)

function fills(sequence: Sequence, { steps, order }: FunnelQuery): boolean {
  const orders = order === 'unordered' ? arrangements(steps) : [steps]
  return orders.some((rules) => sequence.every((event, index) => matchesRule(event, rules[index])))
}

function arrangements<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((one, index) =>
    arrangements(items.filter((_, other) => other !== index)).map((rest) => [one, ...rest]),
  )
}

function matchesRule(event: FunnelEvent, rule: FunnelQuery['steps'][number] | undefined): boolean {
  if (!rule) return false
  return (
    event.event === rule.event &&
    Object.keys(rule.where).every((prop) => event.props[prop] === rule.where[prop])
  )
}

/** Strict: something that fills no step and does not repeat step 1 lies between the first and the last of them. */
function isBroken(sequence: Sequence, unit: Sequence, { order, steps }: FunnelQuery): boolean {
  if (order !== 'strict') return false
  return unit.some(
    (event) =>
      !sequence.includes(event) &&
      event.at > instantOf(sequence, 0) &&
      event.at < lastInstantOf(sequence) &&
      !matchesRule(event, steps[0]),
  )
}

function crossesExclusion(sequence: Sequence, unit: Sequence, { exclusions }: FunnelQuery): boolean {
  const excluded = unit.filter((event) => exclusions.some((rule) => matchesRule(event, rule)))
  return sequence.some((step, index) =>
    excluded.some(({ at }) => at > step.at && at < (sequence[index + 1]?.at ?? -Infinity)),
  )
}

/** Of the attempts of one opener: each step as early as may be, and then as many as may be. */
const earliest = (sequences: readonly Sequence[]): Sequence =>
  sequences.reduce((best, one) => (comesBefore(one, best) ? one : best))

const isBetter = (one: Sequence, best: Sequence) =>
  one.length === best.length ? comesBefore(one, best) : one.length > best.length

function comesBefore(one: Sequence, other: Sequence): boolean {
  for (let step = 0; step < Math.max(one.length, other.length); step += 1) {
    const [a, b] = [one[step]?.at ?? Infinity, other[step]?.at ?? Infinity]
    if (a !== b) return a < b
  }
  return false
}
