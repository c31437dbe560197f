import { groupBy } from './group-by'
import type { MeasuredTrial } from './measured-trial'
import { proportion, type Proportion } from './proportion'
import { quantile } from './quantile'
import { STEP_MARK } from './trial-set'

/** What is counted of the trials that took exactly one path. */
export interface PathTally {
  key: string
  trials: number
  finished: number
  activeMs: number
  scored: number
  /** Null when no score is known. */
  score: number | null
}

/** A whole path with its share of all trials, and how the trials did that took exactly it. Medians are over them. */
export interface PathFigures extends Proportion {
  key: string
  states: string[]
  completion: Proportion
  activeMs: number
  score: { value: number | null; count: number }
}

/** The oracle: the `limit` most taken paths, ties in order of the key. Trials without a state have none. */
export function tallyPaths(rows: readonly MeasuredTrial[], limit: number): PathTally[] {
  const taken = rows.filter(({ path }) => path.length > 0)
  return [...groupBy(taken, ({ path }) => path.join(STEP_MARK))]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([key, own]) => tallyOf(key, own))
}

function tallyOf(key: string, own: readonly MeasuredTrial[]): PathTally {
  const scores = own.flatMap(({ score }) => score ?? [])
  return {
    key,
    trials: own.length,
    finished: own.filter(({ outcome }) => outcome === 'success').length,
    activeMs:
      quantile(
        own.map((row) => row.activeMs),
        0.5,
      ) ?? 0,
    scored: scores.length,
    score: quantile(scores, 0.5),
  }
}

/** The figures of each path out of all trials. */
export function pathFigures(tallies: readonly PathTally[], started: number): PathFigures[] {
  return tallies.map(({ key, trials, finished, activeMs, scored, score }) => ({
    ...proportion(trials, started),
    key,
    states: key.split(STEP_MARK),
    completion: proportion(finished, trials),
    activeMs,
    score: { value: score, count: scored },
  }))
}
