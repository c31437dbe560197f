import type { AcceptedTrace, LockedTrial } from '#db/queries/trial-groups'
import type { TrialKey, TrialProgress } from '#db/queries/trials'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { countingFlags, isWithoutInput, withSignals } from '~/domain/trial/signals'
import type { SignalName } from '~/domain/trial/signals'
import type { Pace } from '~/domain/trial/speed'
import { summarize } from '~/domain/trial/summary'
import type { TrialSummary } from '~/domain/trial/summary'
import type { LiveRun } from '~/platform/trials/trial-runs'
import { applyEvents } from './apply-events'
import type { Applied } from './apply-events'
import { capTimes } from './cap-times'
import { isSimulated, paceAfter } from './live-run.server'
import { refuseFork } from './refuse-fork'
import { progressColumns } from '../trials/trial-progress'

/** The state of a trial between two batches. Immutable: a refused batch leaves no trace. */
export interface OpenTrial {
  trial: LockedTrial
  live: LiveRun
  /** Known events of the trace: at least those that a batch of this group may repeat. */
  known: readonly TraceEvent[]
}

/** The result of one batch. */
export interface Taken {
  after: OpenTrial
  applied: Applied
  summary: TrialSummary
  /** The changes to write; null when nothing was accepted. */
  trace: AcceptedTrace | null
  progress: (TrialKey & TrialProgress) | null
}

/**
 * Runs a batch through the machine and sums the trial up.
 * @throws DomainError `conflict` when it repeats a number with another event: then nothing of it is taken
 */
export function takeBatch(before: OpenTrial, events: readonly TraceEvent[], receivedAt: Date): Taken {
  const { trial, live, known } = before
  const applied = applyEvents(live.run, trial.lastSeq, events)
  refuseFork(known, trial.lastSeq, applied)
  const { run, accepted } = applied
  if (accepted.length === 0) {
    const summary = summarize(run, trial)
    return { after: before, applied, summary, trace: null, progress: null }
  }
  const time = capTimes({
    accepted,
    startedAt: trial.startedAt.getTime(),
    previousAt: trial.lastEventAt.getTime(),
    receivedAt: receivedAt.getTime(),
    activeMs: trial.activeMs,
    lastAt: run.lastAt,
    simulated: isSimulated(trial),
  })
  const summary = summarize(run, time)
  const pace = accepted.reduce((pace, event) => paceAfter(pace, trial, event, receivedAt), live.pace)
  const { visitorId, id } = trial
  const lastSeq = trial.lastSeq + accepted.length
  const signals = withSignals(trial.signals, noticed(pace, summary), receivedAt)
  const flags = countingFlags(signals, trial.ruling)
  const progress = {
    visitorId,
    id,
    ...progressColumns(summary, trial.startedAt),
    signals,
    flags,
    lastSeq,
    lastEventAt: receivedAt,
  }
  const { activeMs, wallMs } = progress
  return {
    after: {
      trial: { ...trial, signals, flags, lastSeq, lastEventAt: receivedAt, activeMs, wallMs },
      live: { seq: lastSeq, run, pace },
      known: known.length === 0 ? accepted : [...known, ...accepted],
    },
    applied,
    summary,
    trace: { visitorId, id, receivedAt, events: time.events },
    progress,
  }
}

/** The signals that follow from the trace. */
function noticed(pace: Pace, { events, shown, activeMs }: TrialSummary): SignalName[] {
  const signals: [SignalName, boolean][] = [
    ['impossible-speed', pace.impossible],
    ['no-input', isWithoutInput({ steps: events - shown, activeMs })],
  ]
  return signals.filter(([, holds]) => holds).map(([name]) => name)
}
