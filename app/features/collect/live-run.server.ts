import { listEvents } from '#db/queries/trial-events'
import type { StoredEvent } from '#db/queries/trial-events'
import type { TrialRow } from '#db/queries/trials'
import type { Executor } from '#db/client'
import { replay } from '~/domain/demo/replay'
import type { RunStart } from '~/domain/demo/run'
import { DomainError } from '~/domain/errors'
import { HINT_EVENT } from '~/domain/trial/trace'
import type { TraceEvent } from '~/domain/trial/trace'
import { INITIAL_PACE, advancePace } from '~/domain/trial/speed'
import type { Pace } from '~/domain/trial/speed'
import type { App } from '~/server/context'
import type { LiveRun } from '~/server/trial-runs'

/** How the run of a stored trial begins. */
export function runStartOf(trial: TrialRow): RunStart {
  const { plan, role, seed, startedAt } = trial
  return { plan, role, seed, startedAt: startedAt.getTime() }
}

/** A simulated trial lives in its own time: the server's clock says nothing about it. */
export function isSimulated(trial: Pick<TrialRow, 'flags'>): boolean {
  return trial.flags.includes('simulated')
}

/**
 * The run of a trial that the caller holds, as it stands at its last accepted event: remembered, or made again from the trace.
 * @throws DomainError `gone` when this version of the engine no longer follows the trace.
 */
export async function liveRun(app: Pick<App, 'trials'>, tx: Executor, trial: TrialRow): Promise<LiveRun> {
  const { visitorId, id, lastSeq } = trial
  const remembered = app.trials.recall(id, lastSeq)
  if (remembered) return remembered
  const events = await listEvents(tx, { visitorId, id }, { from: 1, to: lastSeq })
  const { run, refused } = replay(await app.trials.compiled(trial.revisionId), runStartOf(trial), events)
  if (refused) {
    throw new DomainError('gone', 'This trial cannot go on: begin a new one.', { seq: refused.seq })
  }
  return { seq: lastSeq, run, pace: paceOf(trial, events) }
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
