import type { SimulatedDemo, SimulationDriver } from './driver'
import { pickHome } from './home'
import { EMPTY_TALLY, travel } from './journey'
import type { Tally } from './journey'
import { makePersona } from './persona'
import { createPolicies } from './policy'
import type { Policies } from './policy'
import { createRandom } from './random'
import { startTime } from './start-times'

export interface SimulationOptions {
  driver: SimulationDriver
  trials: number
  seed: number
  /** Milliseconds since the epoch. Nothing is simulated after it. */
  now: number
  /**
   * The number of days before `now` in which trials start; 0: they start now, and later events are sent at once.
   */
  days: number
  /** Visitors at the same time. */
  concurrency?: number
  onProgress?: (done: number, total: number) => void
}

/** How many trials a visitor makes. */
const TRIALS = [
  [1, 80],
  [2, 15],
  [3, 5],
] as const

/**
 * Sends simulated prospects through the published demos. The same seed makes the same choices, regardless of the
 * order in which visitors run.
 * @throws Error when no demo is published; whatever the driver throws
 */
export async function simulate(options: SimulationOptions): Promise<Tally> {
  const demos = await options.driver.demos()
  if (demos.length === 0) throw new Error('No demo is published: there is nothing to try.')
  const world = { demos, policies: createPolicies() }
  const plans = planVisitors(options)
  const total: Tally = { ...EMPTY_TALLY }
  const workers = Array.from({ length: options.concurrency ?? 6 }, async () => {
    for (let plan = plans.shift(); plan; plan = plans.shift()) {
      add(total, await visit(options, world, plan))
      options.onProgress?.(Math.min(total.trials, options.trials), options.trials)
    }
  })
  await Promise.all(workers)
  return total
}

interface VisitorPlan {
  key: string
  trials: number
}

/** Enough visitors for the number of trials, each with its number of trials. */
function planVisitors({ trials, seed }: SimulationOptions): VisitorPlan[] {
  const random = createRandom(`visitors ${seed}`)
  const plans: VisitorPlan[] = []
  for (let left = trials; left > 0; left -= plans.at(-1)?.trials ?? left) {
    plans.push({ key: `${seed}-${plans.length}`, trials: Math.min(left, random.pick(TRIALS)) })
  }
  return plans
}

function visit(
  { driver, now, days }: SimulationOptions,
  world: { demos: readonly SimulatedDemo[]; policies: Policies },
  { key, trials }: VisitorPlan,
): Promise<Tally> {
  const random = createRandom(`visitor ${key}`)
  const home = pickHome(random)
  const firstSeenAt = days > 0 ? startTime({ now, days, timeZone: home.timeZone }, random) : now
  const persona = makePersona({ key, home, firstSeenAt }, random)
  const until = days > 0 ? now : Number.POSITIVE_INFINITY
  return travel({ ...world, driver, persona, trials, random, until })
}

function add(total: Tally, part: Tally): void {
  for (const key of Object.keys(part) as (keyof Tally)[]) total[key] += part[key]
}
