import type { TrialProgress } from '#db/queries/trials'
import { COUNTING_VERSION } from '~/domain/trial/summary'
import type { TrialSummary } from '~/domain/trial/summary'

/**
 * The columns of a trial that come from its summary. A trial ends when its last event happened, not when it arrived.
 */
export function progressColumns(
  summary: TrialSummary,
  startedAt: Date,
): Omit<TrialProgress, 'lastSeq' | 'lastEventAt' | 'flags' | 'signals'> {
  const {
    path,
    pathAt,
    lastState,
    tasks,
    steps,
    shown,
    undone,
    hints,
    detours,
    score,
    activeMs,
    wallMs,
    outcome,
  } = summary
  const finishedAt = outcome === null ? null : new Date(startedAt.getTime() + wallMs)
  const counting = summary.counted ? COUNTING_VERSION : 0
  return {
    ...{ path, pathAt, lastState, tasks, steps, shown, undone, hints, detours, score },
    ...{ activeMs, wallMs, outcome, finishedAt, counting },
  }
}
