import { findTrialById } from '#db/queries/trial-by-id'
import { listEvents } from '#db/queries/trial-events'
import type { TrialRow } from '#db/queries/trials'
import type { Run } from '~/domain/demo/engine/run'
import { DomainError } from '~/domain/errors'
import type { Moments, ReplayMoment } from '~/domain/insight/replay-moments'
import { replayMoments } from '~/domain/insight/replay-moments'
import type { Context } from '~/platform/context/context'
import type { DemoRevision } from '../filter/demo-of.server'
import { revisionById } from '../filter/demo-of.server'

/** A trial run again on the revision it began on. */
export interface PlayedTrial {
  trial: TrialRow
  revision: DemoRevision
  played: Moments
  /** The steps were purged; the result is kept. */
  traceGone: boolean
}

/** @throws DomainError `not-found` when there is no such trial, or its revision is no longer kept */
export async function playTrial(ctx: Context, trialId: string | null): Promise<PlayedTrial> {
  const trial = trialId && (await findTrialById(ctx.db, trialId))
  const revision = trial && (await revisionById(ctx, trial.revisionId))
  if (!trial || !revision) throw new DomainError('not-found', 'There is no such trial.')
  const [events, compiled, ways] = await Promise.all([
    listEvents(ctx.db, trial),
    ctx.trials.compiled(trial.revisionId),
    ctx.trials.ways(trial.revisionId, trial.plan, trial.role),
  ])
  const { plan, role, seed, startedAt } = trial
  const start = { plan, role, seed, startedAt: startedAt.getTime(), ways }
  const played = replayMoments(compiled, start, events)
  return { trial, revision, played, traceGone: events.length < trial.lastSeq }
}

/** The run as it was after a moment. */
export function runAt(moments: readonly ReplayMoment[], index: number): Run {
  const moment = moments[index]
  if (!moment) throw new Error('A replay has at least its start.')
  return moment.run
}
