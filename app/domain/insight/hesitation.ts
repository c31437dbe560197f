import { mostFirst } from './key-counts'
import type { MeasuredTrial } from './measured-trial'
import { medianInterval } from './median-interval'
import { isEnough } from './proportion'
import { quantile } from './quantile'
import type { Interval } from './wilson'

/** A trial as far as it tells how long it stood at each state. */
export type TimedPath = Pick<MeasuredTrial, 'path' | 'pathAt' | 'wallMs'>

/** How long trials stood at a state, in ms of wall time. */
export interface HesitationTally {
  state: string
  /** How many trials tell it. */
  trials: number
  median: number
  /** 95% interval of the median; null for fewer than 6 trials. */
  interval: Interval | null
}

export interface StateHesitation extends HesitationTally {
  /** False means that the page says "too few to tell" in place of the median. */
  enough: boolean
}

/**
 * Hesitation at a state = the time from entering it until the trial next entered anything, or its last event, the
 * median over trials. A trial counts once, with the mean of its visits. The most visited states first.
 */
export function hesitationByState(trials: readonly TimedPath[]): StateHesitation[] {
  const byState = new Map<string, number[]>()
  for (const trial of trials) for (const [state, ms] of hesitationsOf(trial)) append(byState, state, ms)
  const counts = new Map([...byState].map(([state, values]) => [state, values.length]))
  return mostFirst(counts).map(([state, count]) => {
    const values = byState.get(state) ?? []
    const median = quantile(values, 0.5) ?? 0
    return { state, trials: count, median, interval: medianInterval(values), enough: isEnough(count) }
  })
}

/** Says of which states too few trials tell. */
export function tellingHesitation(tallies: readonly HesitationTally[]): StateHesitation[] {
  return tallies.map((tally) => ({ ...tally, enough: isEnough(tally.trials) }))
}

/** The mean of a trial's visits by state. Empty for a trial whose times are unknown. */
export function hesitationsOf(trial: TimedPath): Map<string, number> {
  const visits = new Map<string, number[]>()
  for (const [state, ms] of visitsOf(trial)) append(visits, state, ms)
  return new Map([...visits].map(([state, times]) => [state, meanOf(times)]))
}

/**
 * States entered at the same moment, as in parallel regions, last until the same later one. A visit after which nothing
 * happened tells no time.
 */
function visitsOf({ path, pathAt, wallMs }: TimedPath): [state: string, ms: number][] {
  if (pathAt.length !== path.length) return []
  return path.flatMap((state, index): [string, number][] => {
    const at = pathAt[index] ?? 0
    const end = pathAt.find((later) => later > at) ?? wallMs
    return end > at ? [[state, end - at]] : []
  })
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
