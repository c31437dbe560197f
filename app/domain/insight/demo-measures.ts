import type { Bar } from './distribution'
import { distribution } from './distribution'
import { DURATION_BINS, SCORE_BINS } from './bins'
import type { Counts } from './count'
import type { KeyCounts } from './key-counts'
import type { StepTotals } from './detour'
import { detourShare } from './detour'
import type { StateDropOff } from './drop-off'
import { dropOffByState } from './drop-off'
import type { EdgeShare, PathShare } from './path-shares'
import { edgeShares, topPaths } from './path-shares'
import type { Proportion } from './proportion'
import { proportion } from './proportion'
import type { Quantiles } from './quantile'
import type { RatingSummary } from './rating-summary'
import { ratingSummary } from './rating-summary'
import type { TaskCompletion } from './task-completion'
import { taskCompletion } from './task-completion'
import type { DayCounts, TrendSpan, TrendStep } from './trend'
import { trendOf } from './trend'
import type { TalliedFamily } from './trial-set'

/** The counts that a demo's board is computed from, by the oracle or by the database. */
export interface DemoTally {
  counts: Counts
  byKey: Record<TalliedFamily, KeyCounts>
  activeMs: Quantiles
  wallMs: Quantiles
  score: Quantiles
  steps: StepTotals
  days: DayCounts
}

export interface DemoMeasures {
  counts: Counts
  trend: TrendStep[]
  activeMs: Quantiles & { bars: Bar[] }
  wallMs: Quantiles
  score: Quantiles & { bars: Bar[] }
  completion: Proportion
  detour: { share: number | null; steps: StepTotals; trials: Proportion }
  hinted: Proportion
  rating: RatingSummary
  dropOff: StateDropOff[]
  edges: EdgeShare[]
  paths: PathShare[]
  tasks: TaskCompletion[]
}

const TOP_PATHS = 8

/**
 * The measures of one demo. Completion rate = trials that reached `final: success` ÷ trials.
 */
export function demoMeasures(tally: DemoTally, span: TrendSpan): DemoMeasures {
  const { counts, byKey } = tally
  return {
    counts,
    trend: trendOf(tally.days, span),
    activeMs: { ...tally.activeMs, bars: distribution(DURATION_BINS, byKey.minutes) },
    wallMs: tally.wallMs,
    score: { ...tally.score, bars: distribution(SCORE_BINS, byKey.score) },
    completion: proportion(counts.finished, counts.started),
    detour: {
      share: detourShare(tally.steps),
      steps: tally.steps,
      trials: proportion(counts.detoured, counts['way-known']),
    },
    hinted: proportion(counts.hinted, counts.started),
    rating: ratingSummary(byKey.stars),
    dropOff: dropOffByState(byKey.entered, byKey['dropped-at']),
    edges: edgeShares(byKey.edge, byKey.entered),
    paths: topPaths(byKey.path, counts.started, TOP_PATHS),
    tasks: taskCompletion(byKey['task-offered'], byKey['task-done']),
  }
}
