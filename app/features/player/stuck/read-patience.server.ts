import { listStateTimes } from '#db/queries/state-times'
import { createBoundedCache } from '~/platform/cache/bounded-cache'
import type { BoundedCache } from '~/platform/cache/bounded-cache'
import type { Context } from '~/platform/context/context'
import type { Patience } from './stuck'

/** From so many real trials on, their own median counts. */
const LEAST_TRIALS = 30
const LATEST_TRIALS = 500
const KEPT_MS = 10 * 60_000
const MOST_DEMOS = 200

type Known = BoundedCache<{ readAt: number; patience: Patience }>
/** One cache for each app in the process. */
const caches = new WeakMap<Context['trials'], Known>()

/** How long real prospects stay in each state of a demo, read at most every ten minutes. */
export async function readPatience(
  ctx: Pick<Context, 'db' | 'trials' | 'now'>,
  demoSlug: string,
): Promise<Patience> {
  const cache = caches.get(ctx.trials) ?? createBoundedCache(MOST_DEMOS)
  caches.set(ctx.trials, cache)
  const now = ctx.now().getTime()
  const known = cache.get(demoSlug)
  if (known && now - known.readAt < KEPT_MS) return known.patience
  const times = await listStateTimes(ctx.db, { demoSlug, latest: LATEST_TRIALS, least: LEAST_TRIALS })
  const patience = Object.fromEntries(times.map(({ state, medianMs }) => [state, Math.round(medianMs)]))
  cache.set(demoSlug, { readAt: now, patience })
  return patience
}
