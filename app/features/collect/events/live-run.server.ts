import type { StoredEvent } from '#db/queries/trial-events'
import type { TrialRow } from '#db/queries/trials'
import { replay } from '~/domain/demo/engine/replay'
import type { RunStart } from '~/domain/demo/engine/run'
import { DomainError } from '~/domain/errors'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { INITIAL_PACE, advancePace } from '~/domain/trial/speed'
import type { Pace } from '~/domain/trial/speed'
import type { LiveRun, Trials } from '~/platform/trials/trial-runs'

/** What a trial was begun with. */
type Begun = Pick<TrialRow, 'plan' | 'role' | 'seed' | 'startedAt'>
/** What the pace of a trial is measured from. */
type Timed = Pick<TrialRow, 'startedAt' | 'flags'>

/** How the run of a stored trial begins. */
export function runStartOf(trial: Begun): RunStart {
  const { plan, role, seed, startedAt } = trial
  return { plan, role, seed, startedAt: startedAt.getTime() }
}

/** A simulated trial lives in its own time: the server's clock says nothing about it. */
export function isSimulated(trial: Pick<TrialRow, 'flags'>): boolean {
  return trial.flags.includes('simulated')
}

/** The run of a trial as it stands at its last accepted event, if it is remembered so. */
export function rememberedRun(
  trials: Pick<Trials, 'recall'>,
  { id, lastSeq }: Pick<TrialRow, 'id' | 'lastSeq'>,
): LiveRun | null {
  const remembered = trials.recall(id)
  return remembered?.seq === lastSeq ? remembered : null
}

/**
 * The same, made again from the whole trace.
 * @throws DomainError `gone` when the trace was purged or this version of the engine no longer follows it; `not-found` when there is no
 *   demo of its revision
 */
export async function replayedRun(
  trials: Pick<Trials, 'compiled' | 'ways'>,
  trial: Begun & Timed & Pick<TrialRow, 'revisionId' | 'lastSeq'>,
  trace: readonly StoredEvent[],
): Promise<LiveRun> {
  const { revisionId, plan, role, lastSeq } = trial
  if (isTraceGone(trial, trace)) throw traceGone()
  const compiled = await trials.compiled(revisionId)
  const ways = await trials.ways(revisionId, plan, role)
  const { run, refused } = replay(compiled, { ...runStartOf(trial), ways }, trace)
  if (refused) {
    throw new DomainError('gone', 'This trial cannot go on: begin a new one.', { seq: refused.seq })
  }
  return { seq: lastSeq, run, pace: paceOf(trial, trace) }
}

/** True when the steps of a trial are no longer kept: of an old one only what it came to is. */
export function isTraceGone({ lastSeq }: Pick<TrialRow, 'lastSeq'>, trace: readonly unknown[]): boolean {
  return trace.length < lastSeq
}

/** What is answered to whoever wants to go on with such a trial. */
export function traceGone(): DomainError {
  const message = 'The steps of this trial are no longer kept: begin a new one.'
  return new DomainError('gone', message, { reason: 'trace-let-go' })
}

/** The pace over a stored trace. */
export function paceOf(trial: Timed, events: readonly StoredEvent[]): Pace {
  return events.reduce((pace, event) => paceAfter(pace, trial, event, event.receivedAt), INITIAL_PACE)
}

/** The pace after one more event. What begins with `@`, such as asking for a hint, is no step; nobody pressed a shown one. */
export function paceAfter(pace: Pace, trial: Timed, event: TraceEvent, receivedAt: Date): Pace {
  if (event.type.startsWith('@') || event.by === 'shown') return pace
  const passed = receivedAt.getTime() - trial.startedAt.getTime()
  return advancePace(pace, { at: event.at, elapsedMs: isSimulated(trial) ? event.at : passed })
}
