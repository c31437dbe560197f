import type { z } from 'zod'
import type { Executor } from '#db/client'
import { insertEvents } from '#db/queries/trial-events'
import { lockTrial, saveProgress } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import { DomainError } from '~/domain/errors'
import { summarize } from '~/domain/trial/summary'
import type { TrialSummary } from '~/domain/trial/summary'
import type { App, Context, VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import type { LiveRun } from '~/server/trial-runs'
import { applyEvents } from './apply-events'
import type { Applied, Halt } from './apply-events'
import { believedTime } from './believed-time'
import { isSimulated, liveRun, paceAfter, prepareRun } from './live-run.server'
import { refuseFork } from './refuse-fork.server'
import { eventBatchSchema } from './schemas'
import { progressOf } from './trial-progress'
import { present, visitorOf } from './visitor-of.server'

export type AcceptEventsInput = z.input<typeof eventBatchSchema>

/** Where the trial stands, as the server computed it. `lastSeq` is committed. */
export interface AcceptedEvents {
  lastSeq: number
  states: readonly string[]
  status: 'active' | 'done'
  outcome: TrialSummary['outcome']
  score: number
}

/**
 * Takes a batch of a trial's events: runs them through the machine and writes them and the new summary in one
 * transaction. Events that are there already are ignored. What precedes a gap or a refused event is kept.
 *
 * @throws DomainError `not-found` unless the trial is this visitor's; `sequence-gap` with `expectedSeq`;
 *   `event-refused` with `seq` and `reason`, also once the trial has ended; `conflict` when a `seq` that is there already
 *   comes with another event; `gone` when the trial's trace can no longer be run.
 */
export async function acceptEvents({ ctx, input }: VerbArgs<AcceptEventsInput>): Promise<AcceptedEvents> {
  const visitor = visitorOf(ctx)
  const { trial: id, events } = parseInput(eventBatchSchema, input)
  const key = { visitorId: visitor.id, id: id.toLowerCase() }
  const prepared = await prepareRun(ctx, key)
  const { live, summary, applied } = await ctx.db.transaction(async (tx) => {
    const trial = present(await lockTrial(tx, key))
    const live = await liveRun(tx, trial, prepared)
    const applied = applyEvents(live.run, trial.lastSeq, events)
    await refuseFork(tx, trial, applied)
    return { applied, ...(await write(ctx, tx, trial, live, applied)) }
  })
  ctx.trials.remember(key.id, live)
  count(ctx, applied)
  if (applied.halt) throw haltError(applied.halt, live.seq)
  const { states, status } = live.run
  return { lastSeq: live.seq, states, status, outcome: summary.outcome, score: summary.score }
}

async function write(
  ctx: Context,
  tx: Executor,
  trial: TrialRow,
  before: LiveRun,
  { run, accepted }: Applied,
): Promise<{ live: LiveRun; summary: TrialSummary }> {
  const { ideal } = before
  if (accepted.length === 0) return { live: before, summary: summarize(run, ideal, trial) }
  const receivedAt = ctx.now()
  const time = believedTime({
    accepted,
    startedAt: trial.startedAt.getTime(),
    previousAt: trial.lastEventAt.getTime(),
    receivedAt: receivedAt.getTime(),
    activeMs: trial.activeMs,
    lastAt: run.lastAt,
    simulated: isSimulated(trial),
  })
  const summary = summarize(run, ideal, time)
  const pace = accepted.reduce((pace, event) => paceAfter(pace, trial, event, receivedAt), before.pace)
  const lastSeq = trial.lastSeq + accepted.length
  await insertEvents(tx, trial, time.events, receivedAt)
  await saveProgress(tx, trial, {
    ...progressOf(summary, trial.startedAt),
    flags: pace.impossible ? [...new Set([...trial.flags, 'impossible-speed'])] : trial.flags,
    lastSeq,
    lastEventAt: receivedAt,
  })
  return { live: { seq: lastSeq, run, pace, ideal }, summary }
}

function count({ metrics }: App, { accepted, duplicates, halt }: Applied): void {
  metrics.events.inc({ result: 'accepted' }, accepted.length)
  metrics.events.inc({ result: 'duplicate' }, duplicates.length)
  if (halt?.kind === 'refused') metrics.events.inc({ result: 'refused' })
}

function haltError(halt: Halt, lastSeq: number): DomainError {
  if (halt.kind === 'gap') {
    const { expectedSeq } = halt
    return new DomainError('sequence-gap', `Send the events from ${expectedSeq} on.`, {
      expectedSeq,
      lastSeq,
    })
  }
  const { seq, code, message, at } = halt
  return new DomainError('event-refused', message, { seq, reason: code, at, lastSeq })
}
