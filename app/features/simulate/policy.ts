import type { CompiledDemo } from '~/domain/demo/compile'
import type { OfferedEvent, PlainEvent } from '~/domain/demo/offered-events'
import { offeredEvents } from '~/domain/demo/offered-events'
import { canonicalJson } from '~/domain/demo/json'
import { startRun, step } from '~/domain/demo/run'
import type { Run } from '~/domain/demo/run'
import type { IdealPath } from '~/domain/demo/score'
import type { SimulatedDemo } from './driver'

/** What the ideal path does in a state: a map from where one stands to the event to send. */
export type Policy = ReadonlyMap<string, PlainEvent>

/** Where a run stands, as far as a policy tells places apart. */
export const placeOf = (run: Run): string => run.states.join('+')

/** Gives the policy for a demo, plan and start role; works it out once. */
export type Policies = (demo: SimulatedDemo, plan: string, role: string) => Promise<Policy>

export function createPolicies(): Policies {
  const known = new Map<string, Policy>()
  return async (demo, plan, role) => {
    const key = `${demo.slug} ${plan} ${role}`
    const policy = known.get(key) ?? policyOf(demo.compiled, plan, role, await demo.ideal(plan, role))
    known.set(key, policy)
    return policy
  }
}

/** What somebody who knows the way does in each state of the ideal path. */
function policyOf(compiled: CompiledDemo, plan: string, role: string, ideal: IdealPath | null): Policy {
  const policy = new Map<string, PlainEvent>()
  let run = startRun(compiled, { plan, role, seed: 'policy', startedAt: 0 })
  for (const event of ideal?.events ?? []) {
    policy.set(placeOf(run), event)
    const result = step(run, { ...event, at: run.lastAt })
    if (!result.ok) break
    run = result.run
  }
  return policy
}

/**
 * The offered event that the policy asks for here: the same, else one of its type, since the ids of rows differ from
 * trial to trial. Undefined off the ideal path.
 */
export function rightEvent(policy: Policy, run: Run, offered = offeredEvents(run)): OfferedEvent | undefined {
  const wanted = policy.get(placeOf(run))
  if (!wanted) return undefined
  const exact = canonicalJson([wanted.type, wanted.data ?? {}])
  return (
    offered.find(({ type, data }) => canonicalJson([type, data ?? {}]) === exact) ??
    offered.find(({ type }) => type === wanted.type)
  )
}
