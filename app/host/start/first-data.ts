import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import { ensurePartitions, monthOf } from '#db/partitions'
import { insertSimulatedCosts } from '#db/queries/costs'
import { hasTrials } from '#db/queries/trials'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import { recordRemark } from '~/features/collect/remarks/record-remark.server'
import { rateTrial } from '~/features/collect/trials/rate-trial.server'
import { recordMessageFate } from '~/features/collect/views/record-message-fate.server'
import { recordView } from '~/features/collect/views/record-view.server'
import { searchHelp } from '~/features/help/search/search-help.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { reportConversions } from '~/features/conversions/reports/report-conversions.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { simulateCosts } from '../simulate/costs'
import type { SimulatedVisitor, SimulationDriver } from '../simulate/driver'
import type { Tally } from '../simulate/journey'
import { simulate } from '../simulate/simulate'
import { addDays } from '~/domain/day'
import { dayOf } from '~/domain/insight/time-zone'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import type { Context } from '~/platform/context/context'

/** How far back simulated trials begin: two thirds of them are older than the default conversion window. */
const DAYS = 90
/** The system that reports the conversions of simulated visitors. */
const SYSTEM = 'Simulated CRM'
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Adds simulated trials of the last weeks to a new center, through the same verbs as real ones, each flagged `simulated`.
 * Does nothing and returns null when there is a trial or no demo.
 */
export async function simulateFirstData(
  ctx: Context,
  options: { trials: number; seed: number; onProgress?: (done: number, total: number) => void },
): Promise<Tally | null> {
  if (options.trials === 0 || (await hasTrials(ctx.db))) return null
  if ((await ctx.content.list('demo')).length === 0) return null
  const now = ctx.now()
  const first = monthOf(new Date(now.getTime() - DAYS * DAY_MS))
  await ensurePartitions(ctx.sql, { first, last: monthOf(now) })
  const tally = await simulate({ ...options, driver: inProcessDriver(ctx), now: now.getTime(), days: DAYS })
  await insertSimulatedCosts(ctx.db, await costsOf(ctx, now), { at: now, by: SYSTEM })
  return tally
}

async function costsOf(ctx: Context, now: Date) {
  const { currency, timeZone } = await workspaceSettings(ctx)
  const last = dayOf(now, timeZone)
  const costs = simulateCosts({ first: addDays(last, -DAYS), last, currency })
  return costs.map((cost) => ({ ...cost, id: uuidv7({ msecs: now.getTime() }) }))
}

/** Calls the verbs on behalf of each simulated visitor, at the simulated time. */
function inProcessDriver(ctx: Context): SimulationDriver {
  const ids = new Map<string, string>()
  const idOf = ({ key, firstSeenAt }: SimulatedVisitor): string => {
    const id = ids.get(key) ?? uuidv7({ msecs: firstSeenAt })
    ids.set(key, id)
    return id
  }
  const as = (visitor: SimulatedVisitor, at: number): Context => ({
    ...ctx,
    actor: { kind: 'public' },
    visitor: { id: idOf(visitor), persistent: visitor.consents },
    locale: visitor.locale,
    now: () => new Date(at),
  })
  return {
    demos: async () => {
      const revisions = await ctx.content.list('demo')
      return Promise.all(
        revisions.map(async ({ slug, revisionId }) => ({
          slug,
          compiled: await ctx.trials.compiled(revisionId),
          ideal: (plan, role) => ctx.trials.ideal(revisionId, plan, role),
        })),
      )
    },
    begin: async (visitor, wish, at) => {
      const { device, touch, locale } = visitor
      const input = { ...wish, device, touch, locale, simulated: true }
      const { id, seed, startedAt } = await startTrial({ ctx: as(visitor, at), input })
      return { id, seed, startedAt: startedAt.getTime() }
    },
    send: async (visitor, trial, events, at) => {
      await acceptEvents({ ctx: as(visitor, at), input: { trial, events } })
    },
    rate: async (visitor, trial, said, at) => {
      await rateTrial({ ctx: as(visitor, at), input: { trial, ...said } })
    },
    remark: async (visitor, trial, said, at) => {
      await recordRemark({ ctx: as(visitor, at), input: { ...said, trial, id: uuidv4() } })
    },
    look: (visitor, path, at) => recordView({ ctx: as(visitor, at), input: { path } }),
    meet: (visitor, met, at) => recordMessageFate({ ctx: as(visitor, at), input: met }),
    search: async (visitor, typed, at) => {
      // A search of nobody in particular could not be marked as simulated.
      if (visitor.consents) await searchHelp({ ctx: as(visitor, at), input: { typed, counts: true } })
    },
    ask: async (visitor, ask, at) => {
      await recordConversion({ ctx: as(visitor, at), input: ask })
    },
    convert: async (conversion, at) => {
      const now = new Date(at)
      const report = { ...conversion, at: now.toISOString() }
      const reporter = { source: 'api' as const, reportedBy: SYSTEM, now }
      await ctx.db.transaction((tx) => reportConversions(tx, { ctx, reports: [report], reporter }))
      return true
    },
  }
}
