import type { Sql } from '#db/client'
import { listTraceParts, lockTrials, writeGroup } from '#db/queries/trial-groups'
import type { AcceptedTrace, LockedTrial, TracePart, TrialAdvance } from '#db/queries/trial-groups'
import type { TrialKey } from '#db/queries/trials'
import { DomainError } from '~/domain/errors'
import type { EventBatch } from '~/platform/trials/collector'
import type { Trials } from '~/platform/trials/trial-runs'
import { rememberedRun, replayedRun } from './live-run.server'
import { takeBatch } from './take-batch'
import type { OpenTrial, Taken } from './take-batch'

/** What became of one batch: what was taken of it, or why nothing was. */
export type BatchOutcome = { ok: true; taken: Taken } | { ok: false; error: unknown }

export interface GroupParts {
  sql: Sql
  trials: Pick<Trials, 'recall' | 'compiled' | 'ways'>
}

/** A trial of the group, or why it cannot go on. */
type Held = { ok: true; trial: OpenTrial } | { ok: false; error: unknown }

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
    const group = toWrite(outcomes, locked)
    if (group.traces.length === 0) return outcomes
    const written = await writeGroup(tx, group)
    if (written !== group.advances.length) throw new Error('A trial went on while it was held.')
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
      held.set(nameOf(trial), { ok: true, trial: { trial, live, known } })
    } catch (error) {
      held.set(nameOf(trial), { ok: false, error })
    }
  }
  return held
}

/** Takes a batch on what the batches of its trial before it have left. */
function settle(held: Map<string, Held>, { key, events, receivedAt }: EventBatch): BatchOutcome {
  const found = held.get(nameOf(key))
  if (!found) return { ok: false, error: new DomainError('not-found', 'There is no such trial.') }
  if (!found.ok) return found
  try {
    const taken = takeBatch(found.trial, events, receivedAt)
    held.set(nameOf(key), { ok: true, trial: taken.after })
    return { ok: true, taken }
  } catch (error) {
    return { ok: false, error }
  }
}

/** Every accepted part of a trace, and the last progress of each trial. */
function toWrite(
  outcomes: readonly BatchOutcome[],
  locked: readonly LockedTrial[],
): { traces: AcceptedTrace[]; advances: TrialAdvance[] } {
  const before = new Map(locked.map(({ id, lastSeq }) => [id, lastSeq]))
  const traces: AcceptedTrace[] = []
  const advances = new Map<string, TrialAdvance>()
  for (const outcome of outcomes) {
    if (!outcome.ok || !outcome.taken.trace || !outcome.taken.progress) continue
    const { trace, progress } = outcome.taken
    traces.push(trace)
    advances.set(progress.id, { ...progress, after: before.get(progress.id) ?? 0 })
  }
  return { traces, advances: [...advances.values()] }
}
