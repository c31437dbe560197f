import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { RunStart } from '~/domain/demo/engine/run'
import type { Ways } from '~/domain/demo/engine/way/ways'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { SimulatedDemo } from '~/host/simulate/driver'
import { createPolicies } from '~/host/simulate/policy'
import { createRandom } from '~/host/simulate/random'
import { simulateWalk } from '~/host/simulate/walk'
import type { Context } from '~/platform/context/context'

/** A walk's trace, valid for every trial with the same plan, role, seed and start. */
export interface KeptWalk {
  demoSlug: string
  revisionId: string
  revisionNumber: number
  compiled: CompiledDemo
  ways: Ways | null
  start: Required<RunStart>
  events: TraceEvent[]
}

/** A prospect of average behaviour who never gives up. */
const PATIENT = { skill: 0.85, asksForHelp: 0.08, impatience: 0, slowness: 1 }

/** Walks through the published demos, as many as wanted, each of at least `least` events. Deterministic by seed. */
export async function walkDemos(
  ctx: Pick<Context, 'content' | 'trials'>,
  options: { walks: number; least: number; seed: number; startedAt: number },
): Promise<KeptWalk[]> {
  const policies = createPolicies()
  const revisions = await ctx.content.list('demo')
  const kept: KeptWalk[] = []
  for (let turn = 0; kept.length < options.walks && turn < options.walks * 50; turn += 1) {
    const random = createRandom(`bench ${options.seed} ${turn}`)
    const { slug, revisionId, number } = random.one(revisions)
    const compiled = await ctx.trials.compiled(revisionId)
    const plan = random.one(compiled.plans)
    const role = random.one(compiled.startRoles)
    const demo: SimulatedDemo = {
      slug,
      compiled,
      ideal: (plan, role) => ctx.trials.ideal(revisionId, plan, role),
    }
    const policy = await policies(demo, plan, role)
    const start = { plan, role, seed: `bench-${options.seed}-${turn}`, startedAt: options.startedAt }
    const { events } = simulateWalk(compiled, start, { policy, temper: PATIENT, random })
    if (events.length < options.least) continue
    const ways = await ctx.trials.ways(revisionId, plan, role)
    kept.push({ demoSlug: slug, revisionId, revisionNumber: number, compiled, ways, start, events })
  }
  if (kept.length < options.walks) throw new Error('The published demos give no traces that are long enough.')
  return kept
}
