import type { Sql } from '#db/client'
import { insertTraces, listTraceParts, lockTrials, saveProgress } from '#db/queries/trial-groups'
import type { AcceptedTrace, LockedTrial, TracePart } from '#db/queries/trial-groups'
import type { TrialKey, TrialProgress } from '#db/queries/trials'
import { DomainError } from '~/domain/errors'
import type { EventBatch } from '~/server/collector'
import type { Trials } from '~/server/trial-runs'
import { rememberedRun, replayedRun } from './live-run.server'
import { takeBatch } from './take-batch'
import type { Standing, Taken } from './take-batch'

/** What became of one batch: what was taken of it, or why nothing was. */
export type BatchOutcome = { ok: true; taken: Taken } | { ok: false; error: unknown }

export interface GroupParts {
  sql: Sql
  trials: Pick<Trials, 'recall' | 'compiled' | 'ideal'>
}

/** A trial of the group, or why it cannot go on. */
type Held = { ok: true; standing: Standing } | { ok: false; error: unknown }

/**
 * Verifies batches of many trials and writes what is accepted of them in one transaction, in few statements however
 * many they are. Batches of one trial are taken one after another, in their order. A batch that is refused, for
 * whatever reason, changes nothing for the others. The outcomes come in the order of the batches, once committed.
 *
 * @throws whatever the database says, when nothing of the group was written
 */
export async function commitGroup(
  parts: GroupParts,
  batches: readonly EventBatch[],
): Promise<BatchOutcome[]> {
  return parts.sql.begin(async (tx) => {
    const locked = await lockTrials(tx, distinctKeys(batches))
    const wanted = locked.flatMap((trial) => wantedPart(parts.trials, trial, batches))
    const held = await holdAll(parts.trials, locked, await listTraceParts(tx, wanted))
    const outcomes = batches.map((batch) => settle(held, batch))
    const { traces, progress } = toWrite(outcomes)
    if (traces.length > 0) await Promise.all([insertTraces(tx, traces), saveProgress(tx, progress)])
    return outcomes
  })
}

const nameOf = ({ visitorId, id }: TrialKey): string => `${visitorId}/${id}`

function distinctKeys(batches: readonly EventBatch[]): TrialKey[] {
  return [...new Map(batches.map(({ key }) => [nameOf(key), key])).values()]
}

/** What must be read of a trace: all of it when the run is not remembered, else what a batch may repeat of it. */
function wantedPart(
  trials: Pick<Trials, 'recall'>,
  trial: LockedTrial,
  batches: readonly EventBatch[],
): TracePart[] {
  const { visitorId, id, lastSeq } = trial
  if (lastSeq === 0) return []
  if (!rememberedRun(trials, trial)) return [{ visitorId, id, from: 1 }]
  const own = batches.filter(({ key }) => key.id === id)
  const from = Math.min(...own.flatMap(({ events }) => events.map(({ seq }) => seq)))
  return from <= lastSeq ? [{ visitorId, id, from }] : []
}

async function holdAll(
  trials: GroupParts['trials'],
  locked: readonly LockedTrial[],
  traces: Awaited<ReturnType<typeof listTraceParts>>,
): Promise<Map<string, Held>> {
  const held = new Map<string, Held>()
  for (const trial of locked) {
    const known = traces.get(trial.id) ?? []
    try {
      const live = rememberedRun(trials, trial) ?? (await replayedRun(trials, trial, known))
      held.set(nameOf(trial), { ok: true, standing: { trial, live, known } })
    } catch (error) {
      held.set(nameOf(trial), { ok: false, error })
    }
  }
  return held
}

/** Takes a batch on what the batches of its trial before it have left. */
function settle(held: Map<string, Held>, { key, events, now }: EventBatch): BatchOutcome {
  const found = held.get(nameOf(key))
  if (!found) return { ok: false, error: new DomainError('not-found', 'There is no such trial.') }
  if (!found.ok) return found
  try {
    const taken = takeBatch(found.standing, events, now())
    held.set(nameOf(key), { ok: true, standing: taken.standing })
    return { ok: true, taken }
  } catch (error) {
    return { ok: false, error }
  }
}

/** Every accepted part of a trace, and the last progress of each trial. */
function toWrite(outcomes: readonly BatchOutcome[]): {
  traces: AcceptedTrace[]
  progress: (TrialKey & TrialProgress)[]
} {
  const traces: AcceptedTrace[] = []
  const progress = new Map<string, TrialKey & TrialProgress>()
  for (const outcome of outcomes) {
    if (!outcome.ok || !outcome.taken.trace || !outcome.taken.progress) continue
    traces.push(outcome.taken.trace)
    progress.set(outcome.taken.progress.id, outcome.taken.progress)
  }
  return { traces, progress: [...progress.values()] }
}
