import { DomainError } from '~/domain/errors'
import { WAITING_BATCHES, WAITING_EVENTS, tooMuch } from '~/platform/trials/collector'
import type {
  AcceptedEvents,
  CollectBy,
  Collector,
  CollectorMetrics,
  EventBatch,
} from '~/platform/trials/collector'
import type { App } from '~/platform/context/context'
import { isDatabaseDown } from '~/platform/context/database-down'
import { GroupQueue } from './group-queue'
import type { GroupLimits } from './group-queue'
import type { Halt } from './apply-events'
import { commitGroup } from './commit-group.server'
import type { BatchOutcome } from './commit-group.server'
import type { Taken } from './take-batch'

/** `size` counts events. */
const SHARED: Omit<GroupLimits, 'workers' | 'oneKey'> = {
  waitingJobs: WAITING_BATCHES,
  waitingSize: WAITING_EVENTS,
  groupJobs: 100,
  groupSize: 2_000,
}

const LIMITS: Record<CollectBy, GroupLimits> = {
  // One writes while the next one fills: a group costs about the same whatever it holds.
  group: { ...SHARED, workers: 1, oneKey: false },
  // A short transaction waits for the network, so many are under way at once.
  visitor: { ...SHARED, workers: 16, oneKey: true },
}

interface Waiting {
  batch: EventBatch
  resolve: (accepted: AcceptedEvents) => void
  reject: (error: unknown) => void
}

export type CollectorParts = Pick<App, 'sql' | 'trials' | 'log'> & {
  metrics: CollectorMetrics
  /** `visitor` where tables are distributed: a transaction then names one visitor. */
  collectBy: CollectBy
}

/** The collector of one thread. `limits` are for tests. */
export function createCollector(parts: CollectorParts, limits: Partial<GroupLimits> = {}): Collector {
  let closed = false
  const queue = new GroupQueue<Waiting>({
    limits: { ...LIMITS[parts.collectBy], ...limits },
    keyOf: ({ batch }) => (parts.collectBy === 'visitor' ? batch.key.visitorId : batch.key.id),
    sizeOf: ({ batch }) => batch.events.length,
    work: (group) => workOff(parts, group),
  })
  parts.metrics.waitingBatches(() => queue.waiting)
  return {
    refusal: () => (closed || queue.isFull ? tooMuch() : null),
    accept: (batch) =>
      new Promise((resolve, reject) => {
        if (closed || !queue.add({ batch, resolve, reject })) reject(tooMuch())
      }),
    drain: async () => {
      closed = true
      await queue.idle()
    },
  }
}

/** Commits a group; when the database refuses it, each batch by itself, so that what it refuses harms nobody else. */
async function workOff(parts: CollectorParts, group: Waiting[]): Promise<void> {
  try {
    const outcomes = await commitGroup(
      parts,
      group.map(({ batch }) => batch),
    )
    parts.metrics.groupBatches.observe(group.length)
    group.forEach((waiting, index) => answer(parts, waiting, outcomes[index]))
  } catch (error) {
    if (group.length === 1 || isDatabaseDown(error)) return group.forEach(({ reject }) => reject(error))
    parts.log.warn({ err: error, batches: group.length }, 'A group was refused: its batches go one by one')
    for (const each of group) await workOff(parts, [each])
  }
}

function answer(parts: CollectorParts, { batch, resolve, reject }: Waiting, outcome?: BatchOutcome): void {
  if (!outcome?.ok) return reject(outcome?.error)
  const { taken } = outcome
  const { live } = taken.after
  if (live.run.status === 'done') parts.trials.forget(batch.key.id)
  else parts.trials.remember(batch.key.id, live)
  count(parts, taken)
  if (taken.applied.halt) return reject(haltError(taken.applied.halt, live.seq))
  const { states, status } = live.run
  const { outcome: end, score } = taken.summary
  resolve({ lastSeq: live.seq, states, status, outcome: end, score })
}

function count({ metrics }: CollectorParts, { applied: { accepted, duplicates, halt } }: Taken): void {
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
