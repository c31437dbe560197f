import { listEvents } from '#db/queries/trial-events'
import type { StoredEvent } from '#db/queries/trial-events'
import type { TrialKey, TrialRow } from '#db/queries/trials'
import type { Executor } from '#db/client'
import type { CompiledDemo } from '~/domain/demo/compile'
import { replay } from '~/domain/demo/replay'
import type { RunStart } from '~/domain/demo/run'
import type { IdealPath } from '~/domain/demo/score'
import { DomainError } from '~/domain/errors'
import { HINT_EVENT } from '~/domain/trial/trace'
import type { TraceEvent } from '~/domain/trial/trace'
import { INITIAL_PACE, advancePace } from '~/domain/trial/speed'
import type { Pace } from '~/domain/trial/speed'
import type { App } from '~/server/context'
import type { LiveRun } from '~/server/trial-runs'
import { ownTrial } from './visitor-of.server'

/** How the run of a stored trial begins. */
export function runStartOf(trial: TrialRow): RunStart {
  const { plan, role, seed, startedAt } = trial
  return { plan, role, seed, startedAt: startedAt.getTime() }
}

/** A simulated trial lives in its own time: the server's clock says nothing about it. */
export function isSimulated(trial: Pick<TrialRow, 'flags'>): boolean {
  return trial.flags.includes('simulated')
}

/** What it takes to run a trial, whatever its trace. */
export interface Prepared {
  remembered: LiveRun | null
  compiled: CompiledDemo
  ideal: IdealPath | null
}

/**
 * Gets ready to run a trial. Call it before the transaction: a transaction that waits for a second connection can wait
 * for itself.
 * @throws DomainError `not-found` when there is no such trial
 */
export async function prepareRun(ctx: Pick<App, 'db' | 'trials'>, key: TrialKey): Promise<Prepared> {
  const remembered = ctx.trials.recall(key.id)
  if (remembered) return { remembered, compiled: remembered.run.compiled, ideal: remembered.ideal }
  const { revisionId, plan, role } = await ownTrial(ctx.db, key)
  const [compiled, ideal] = await Promise.all([
    ctx.trials.compiled(revisionId),
    ctx.trials.ideal(revisionId, plan, role),
  ])
  return { remembered, compiled, ideal }
}

/**
 * The run of a trial that the caller holds, as it stands at its last accepted event: remembered, or made again from the trace.
 * @throws DomainError `gone` when this version of the engine no longer follows the trace.
 */
export async function liveRun(tx: Executor, trial: TrialRow, prepared: Prepared): Promise<LiveRun> {
  const { remembered, compiled, ideal } = prepared
  const { visitorId, id, lastSeq } = trial
  if (remembered?.seq === lastSeq) return remembered
  const events = await listEvents(tx, { visitorId, id }, { from: 1, to: lastSeq })
  const { run, refused } = replay(compiled, runStartOf(trial), events)
  if (refused) {
    throw new DomainError('gone', 'This trial cannot go on: begin a new one.', { seq: refused.seq })
  }
  return { seq: lastSeq, run, pace: paceOf(trial, events), ideal }
}

/** The pace over a stored trace. */
export function paceOf(trial: TrialRow, events: readonly StoredEvent[]): Pace {
  return events.reduce((pace, event) => paceAfter(pace, trial, event, event.receivedAt), INITIAL_PACE)
}

/** The pace after one more event. Asking for a hint is no step. */
export function paceAfter(pace: Pace, trial: TrialRow, event: TraceEvent, receivedAt: Date): Pace {
  if (event.type === HINT_EVENT) return pace
  const passed = receivedAt.getTime() - trial.startedAt.getTime()
  return advancePace(pace, { at: event.at, elapsedMs: isSimulated(trial) ? event.at : passed })
}
