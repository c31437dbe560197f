import { chooseMoments } from './choose-moments'
import { canFillTogether } from './fill-together'
import { byTime, type Moment } from './moment'
import type { FunnelOrder, FunnelQuery } from './funnel-query'

/** What fills the steps, one after the other, as far as the attempt got. The first is its opener. */
export type Attempt = readonly Moment[]

/**
 * The attempts of one unit that no exclusion removes, and the openers of all. An attempt is opened by each event of the range
 * that can fill step 1; without an order, that can fill any step.
 */
export function attemptsOf(
  moments: readonly Moment[],
  query: FunnelQuery,
): { openers: Moment[]; kept: Attempt[] } {
  const openers = moments.filter((one) => opens(one, query))
  const kept = openers
    .map((opener) => attemptFrom(opener, moments, query))
    .filter((attempt) => !isRemoved(attempt, moments))
  return { openers, kept }
}

function opens({ at, fits }: Moment, { order, fromMs, toMs }: FunnelQuery): boolean {
  const inRange = at >= (fromMs ?? -Infinity) && at <= (toMs ?? Infinity)
  return inRange && (order === 'unordered' ? fits.includes(true) : fits[0] === true)
}

function attemptFrom(opener: Moment, moments: readonly Moment[], query: FunnelQuery): Attempt {
  const end = opener.at + query.windowSeconds * 1_000
  const others = moments.filter((one) => one !== opener && one.at >= opener.at && one.at <= end)
  if (query.order === 'unordered') return anyOrder(opener, others, query.steps.length)
  return inOrder(opener, others, { order: query.order, steps: query.steps.length })
}

/** Each event that can fill a step beside those taken before is taken, in order of time. */
function anyOrder(opener: Moment, others: readonly Moment[], steps: number): Attempt {
  const taken = [opener]
  const spent = new Set<string>()
  for (const one of others) {
    if (taken.length === steps) break
    if (spent.has(one.kind)) continue
    if (canFillTogether([...taken, one], steps)) taken.push(one)
    else spent.add(one.kind)
  }
  return taken
}

function inOrder(opener: Moment, others: readonly Moment[], rules: InOrderRules): Attempt {
  let taken: Attempt = [opener]
  for (;;) {
    const more = withNextStep(taken, others, rules)
    if (!more) return taken
    taken = more
  }
}

interface InOrderRules {
  order: Exclude<FunnelOrder, 'unordered'>
  steps: number
}

/** The attempt with its next step at the earliest instant that has an event for it; null when there is none. */
function withNextStep(
  taken: Attempt,
  others: readonly Moment[],
  { order, steps }: InOrderRules,
): Attempt | null {
  if (taken.length === steps) return null
  const [opener, ...later] = taken as [Moment, ...Moment[]]
  const last = taken.at(-1)?.at ?? opener.at
  for (const { at, fits } of others) {
    if (at < last || !fits[taken.length]) continue
    const must = order === 'strict' ? endingBetween(opener.at, at, others) : []
    const chosen = chooseMoments(1, [...later.map((one) => one.at), at], { free: others, must })
    if (chosen) return [opener, ...chosen]
  }
  return null
}

/** What may not lie between two steps unless it fills one: everything but a repeated step 1. */
const endingBetween = (first: number, last: number, others: readonly Moment[]) =>
  others.filter(({ at, fits }) => at > first && at < last && !fits[0])

/** True when an exclusion lies between two steps that follow one another, at the instant of neither. */
function isRemoved(attempt: Attempt, moments: readonly Moment[]): boolean {
  return attempt.some((step, index) => {
    const next = attempt[index + 1]
    return next !== undefined && moments.some((one) => one.excluded && one.at > step.at && one.at < next.at)
  })
}

/** The furthest first, then the one whose steps are earliest, then the one that stands first in the history. */
export function compareAttempts(a: Attempt, b: Attempt): number {
  return b.length - a.length || compareBy('at', a, b) || compareBy('position', a, b)
}

function compareBy(key: 'at' | 'position', a: Attempt, b: Attempt): number {
  const index = a.findIndex((one, step) => one[key] !== b[step]?.[key])
  return index < 0 ? 0 : (a[index]?.[key] ?? 0) - (b[index]?.[key] ?? 0)
}

/** Sorted by time, as attempts take them. */
export const inTime = (moments: readonly Moment[]): Moment[] => [...moments].sort(byTime)
