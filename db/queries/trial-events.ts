import { and, asc, between, eq, inArray, lte } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trialEvent } from '#db/schema/trial'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { TrialKey } from './trials'

/** An event of the trace with the time at which the server accepted it. */
export type StoredEvent = TraceEvent & { receivedAt: Date }

const isOf = ({ visitorId, id }: TrialKey) =>
  and(eq(trialEvent.visitorId, visitorId), eq(trialEvent.trialId, id))

/** Adds events of one trial in one statement. Served by the primary key. */
export async function insertEvents(
  db: Executor,
  { visitorId, id }: TrialKey,
  events: readonly TraceEvent[],
  receivedAt: Date,
): Promise<void> {
  if (events.length === 0) return
  await db.insert(trialEvent).values(
    events.map((event) => ({
      visitorId,
      trialId: id,
      seq: event.seq,
      atMs: event.at,
      type: event.type,
      data: event.data ?? null,
      activeMs: event.activeMs,
      shown: event.by === 'shown',
      receivedAt,
    })),
  )
}

/** The trace of a trial in order, or the part `from`..`to`, both inclusive. Served by the primary key; the trial names the partition. */
export async function listEvents(
  db: Executor,
  key: TrialKey,
  part: { from: number; to: number } = { from: 1, to: 2_147_483_647 },
): Promise<StoredEvent[]> {
  const rows = await db
    .select()
    .from(trialEvent)
    .where(and(isOf(key), between(trialEvent.seq, part.from, part.to)))
    .orderBy(asc(trialEvent.seq))
  return rows.map(toEvent)
}

function toEvent(row: typeof trialEvent.$inferSelect): StoredEvent {
  const { seq, atMs, type, activeMs, shown, receivedAt } = row
  const data = row.data as TraceEvent['data'] | null
  return {
    ...{ seq, at: atMs, type, ...(data && { data }), activeMs },
    ...(shown && { by: 'shown' as const }),
    receivedAt,
  }
}

/** An event with the trial that it belongs to. */
export type EventOfTrial = StoredEvent & { trialId: string }

/**
 * The traces of some trials as far as they were received before an instant, in order of the trial. Served by the primary key,
 * whose visitors are found first.
 */
export async function listEventsOf(
  db: Executor,
  trials: readonly TrialKey[],
  receivedBefore: Date,
): Promise<EventOfTrial[]> {
  if (trials.length === 0) return []
  const visitors = [...new Set(trials.map(({ visitorId }) => visitorId))]
  const ids = trials.map(({ id }) => id)
  const rows = await db
    .select()
    .from(trialEvent)
    .where(
      and(
        inArray(trialEvent.visitorId, visitors),
        inArray(trialEvent.trialId, ids),
        lte(trialEvent.receivedAt, receivedBefore),
      ),
    )
    .orderBy(asc(trialEvent.trialId), asc(trialEvent.seq))
  return rows.map((row) => ({ ...toEvent(row), trialId: row.trialId }))
}
