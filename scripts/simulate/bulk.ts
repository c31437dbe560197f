import { v7 as uuidv7 } from 'uuid'
import { insertBulkConversions, insertBulkTrials, insertBulkVisitors } from '#db/queries/bulk-trials'
import type { BulkConversion } from '#db/queries/bulk-trials'
import { insertTraces } from '#db/queries/trial-groups'
import { ensurePartitions, monthOf } from '#db/partitions'
import { intentsOf } from '~/host/simulate/goal'
import { createRandom } from '~/host/simulate/random'
import type { Random } from '~/host/simulate/random'
import { whenAwake } from '~/host/simulate/start-times'
import type { Context } from '~/platform/context/context'
import { makeBulkWalks } from './bulk-walks'
import type { BulkWalk } from './bulk-walks'

const AT_ONCE = 1_000
const WRITERS = 2
const MOST_WALKS = 3_000
const DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000

export interface BulkOptions {
  trials: number
  seed: number
  onProgress: (done: number, total: number) => void
}

export interface BulkTally {
  trials: number
  events: number
  /** Of walking and verifying, and of writing, in milliseconds. */
  walkedMs: number
  wroteMs: number
}

/**
 * Writes simulated trials of the last 90 days with their results directly to the tables, for benchmarks with millions
 * of them. Each is one of up to 3,000 verified walks, with its seed and start, under new ids, so its stored trace
 * gives its stored summary. The same seed gives the same trials at the same time of day; existing trials stay.
 */
export async function simulateInBulk(ctx: Context, options: BulkOptions): Promise<BulkTally> {
  const { trials, seed, onProgress } = options
  const now = ctx.now().getTime()
  const began = performance.now()
  const walks = await makeBulkWalks(ctx, { walks: Math.min(trials, MOST_WALKS), seed, now, days: DAYS })
  await ensurePartitions(ctx.sql, {
    first: monthOf(new Date(now - DAYS * DAY_MS)),
    last: monthOf(new Date(now)),
  })
  const walkedMs = performance.now() - began
  const tally: BulkTally = { trials: 0, events: 0, walkedMs, wroteMs: 0 }
  let next = 0
  const write = async () => {
    while (next < trials) {
      const from = next
      next = Math.min(trials, from + AT_ONCE)
      const copies = copiesOf(walks, { from, to: next, now }, createRandom(`bulk ${seed} from ${from}`))
      const events = await writeCopies(ctx, copies)
      tally.events += events
      tally.trials += copies.length
      onProgress(tally.trials, trials)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  await ctx.sql`analyze visitor, trial, trial_event, conversion`
  tally.wroteMs = performance.now() - began - walkedMs
  return tally
}

const CHANNELS = [
  ['unknown', 22],
  ['direct', 20],
  ['search', 30],
  ['paid', 19],
  ['email', 10],
  ['social', 8],
  ['referral', 7],
] as const

interface Copy {
  walk: BulkWalk
  visitorId: string
  id: string
  channel: string
  goals: Goal[]
}

/** A goal that a visitor reached or asked for, and when, in milliseconds since the epoch. */
interface Goal {
  id: string
  goal: BulkConversion['goal']
  source: 'browser' | 'api'
  at: number
}

function copiesOf(
  walks: readonly BulkWalk[],
  { from, to, now }: { from: number; to: number; now: number },
  random: Random,
): Copy[] {
  return Array.from({ length: to - from }, (_, index) => {
    const walk = walks[(from + index) % walks.length] as BulkWalk
    const msecs = walk.trial.startedAt.getTime()
    return {
      walk,
      visitorId: uuidv7({ msecs, random: bytesOf(random) }),
      id: uuidv7({ msecs, random: bytesOf(random) }),
      channel: random.pick(CHANNELS),
      goals: goalsOf(walk, now, random),
    }
  })
}

/** The goals of a walk's visitor that were reached before now. */
function goalsOf({ trial, timeZone }: BulkWalk, now: number, random: Random): Goal[] {
  const end = { plan: trial.plan, ...(trial.outcome && { outcome: trial.outcome }) }
  const intents = intentsOf([end], random).map((intent): Goal => {
    const at = whenAwake(trial.lastEventAt.getTime() + intent.delayMs, timeZone, random)
    const reported =
      intent.reportedBy === 'browser'
        ? { goal: intent.ask.goal, source: 'browser' as const }
        : { goal: intent.goal, source: 'api' as const }
    return { ...reported, id: uuidv7({ msecs: at, random: bytesOf(random) }), at }
  })
  return intents.filter(({ at }) => at <= now)
}

function bytesOf(random: Random): Uint8Array {
  const words = Uint32Array.from({ length: 4 }, () => random.next() * 2 ** 32)
  return new Uint8Array(words.buffer)
}

/** Writes up to a thousand copies per transaction. Returns the number of events. */
async function writeCopies({ sql }: Pick<Context, 'sql'>, copies: readonly Copy[]): Promise<number> {
  const traces = copies.map(({ walk: { events, receivedAt }, visitorId, id }) => ({
    visitorId,
    id,
    receivedAt,
    events,
  }))
  await sql.begin(async (tx) => {
    await insertBulkVisitors(
      tx,
      copies.map(({ visitorId, walk, channel }) => ({
        visitorId,
        firstSeenAt: walk.trial.startedAt,
        consent: channel === 'unknown' ? ('unset' as const) : ('granted' as const),
        firstTouch: null,
      })),
    )
    await insertBulkTrials(
      tx,
      copies.map(({ walk, visitorId, id, channel }) => ({ ...walk.trial, visitorId, id, channel })),
    )
    await insertTraces(tx, traces)
    await insertBulkConversions(tx, copies.flatMap(conversionsOf))
  })
  return traces.reduce((sum, { events }) => sum + events.length, 0)
}

function conversionsOf({ visitorId, id: trialId, goals }: Copy): BulkConversion[] {
  return goals.map(({ id, goal, source, at }) => ({
    ...{ visitorId, id, trialId, goal, source, unverified: false },
    ...{ at: new Date(at), recordedAt: new Date(at) },
    ...(source === 'browser'
      ? { matchedBy: 'session', reportedBy: '', externalId: null }
      : { matchedBy: 'trial', reportedBy: 'Simulated CRM', externalId: `simulated ${goal} ${trialId}` }),
    ...{ value: null, currency: null, emailHash: null, sentHash: null, asOf: null },
    ...{ correctedAt: null, withdrawnAt: null, withdrawnReason: null },
  }))
}
