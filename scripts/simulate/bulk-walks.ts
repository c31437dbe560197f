import { startRun } from '~/domain/demo/engine/run'
import { INITIAL_PACE } from '~/domain/trial/speed'
import { summarize } from '~/domain/trial/summary'
import { takeBatch } from '~/features/collect/events/take-batch'
import type { Taken } from '~/features/collect/events/take-batch'
import { progressColumns } from '~/features/collect/trials/trial-progress'
import { pickHome } from '~/host/simulate/home'
import { makePersona } from '~/host/simulate/persona'
import { createPolicies } from '~/host/simulate/policy'
import { createRandom } from '~/host/simulate/random'
import { startTime } from '~/host/simulate/start-times'
import { simulateWalk } from '~/host/simulate/walk'
import type { Context } from '~/platform/context/context'
import type { BulkTrial } from '#db/queries/bulk-trials'
import type { TraceEvent } from '~/domain/demo/engine/trace'

/** A trial as the collector would store it, without ids: valid for every trial of the same seed and start. */
export interface BulkWalk {
  trial: Omit<BulkTrial, 'visitorId' | 'id' | 'channel'>
  /** The region of the simulated prospect: when they are awake. */
  timeZone: string
  events: readonly TraceEvent[]
  receivedAt: Date
}

export interface BulkWalksOptions {
  walks: number
  seed: number
  /** Milliseconds since the epoch. */
  now: number
  days: number
}

/** Walks the published demos as simulated prospects, and verifies each walk as the collector would. */
export async function makeBulkWalks(ctx: Context, options: BulkWalksOptions): Promise<BulkWalk[]> {
  const revisions = await ctx.content.list('demo')
  if (revisions.length === 0) throw new Error('No demo is published: there is nothing to try.')
  const policies = createPolicies()
  const made: BulkWalk[] = []
  for (let turn = 0; turn < options.walks; turn += 1) {
    const random = createRandom(`bulk ${options.seed} ${turn}`)
    const revision = random.one(revisions)
    const { slug, revisionId, number } = revision
    const compiled = await ctx.trials.compiled(revisionId)
    const plan = random.one(compiled.plans)
    const role = random.one(compiled.startRoles)
    const ideal = await ctx.trials.ideal(revisionId, plan, role)
    const policy = await policies({ slug, compiled, ideal: async () => ideal }, plan, role)
    const home = pickHome(random)
    const { now, days } = options
    const startedAt = startTime({ now, days, timeZone: home.timeZone }, random)
    const { temper, visitor } = makePersona({ key: `${turn}`, home, firstSeenAt: startedAt }, random)
    const start = { plan, role, seed: `bulk-${options.seed}-${turn}`, startedAt }
    const { events, end } = simulateWalk(compiled, start, { policy, temper, random })
    const ways = await ctx.trials.ways(revisionId, plan, role)
    const run = startRun(compiled, { ...start, ways })
    const begun = {
      demoSlug: slug,
      revisionId,
      revisionNumber: number,
      plan,
      role,
      locale: home.locale,
      device: visitor.device,
      seed: start.seed,
      startedAt: new Date(startedAt),
      touch: null,
      returning: 0,
      flags: ['simulated'],
      signals: [{ name: 'simulated' as const, at: new Date(startedAt).toISOString() }],
      ruling: null,
      network: null,
      farmId: null,
      restartedFrom: null,
      entry: 'start' as const,
      resumeHash: null,
      lastSeq: 0,
      lastEventAt: new Date(startedAt),
      ...progressColumns(summarize(run, { activeMs: 0, wallMs: 0 }), new Date(startedAt)),
    }
    const receivedAt = new Date(startedAt + end.lastAt + 400)
    const open = {
      trial: { ...begun, visitorId: '', id: '' },
      live: { seq: 0, run, pace: INITIAL_PACE },
      known: [],
    }
    made.push({
      ...stored(begun, takeBatch(open, events, receivedAt), receivedAt),
      timeZone: home.timeZone,
    })
  }
  return made
}

function stored(
  begun: BulkWalk['trial'],
  { progress, trace }: Taken,
  receivedAt: Date,
): Omit<BulkWalk, 'timeZone'> {
  if (!progress || !trace) return { trial: begun, events: [], receivedAt }
  const { visitorId: _visitorId, id: _id, ...summary } = progress
  return { trial: { ...begun, ...summary }, events: trace.events, receivedAt }
}
