import type { CompiledDemo } from '~/domain/demo/engine/compile'
import { canonicalJson } from '~/domain/json'
import { nextHint } from '~/domain/demo/proof/hint'
import type { OfferedEvent, PlainEvent } from '~/domain/demo/engine/offered-events'
import { offeredEvents } from '~/domain/demo/engine/offered-events'
import { startRun, step } from '~/domain/demo/engine/run'
import type { Run } from '~/domain/demo/engine/run'
import type { IdealPath } from '~/domain/demo/engine/score'
import type { SimulatedDemo } from './driver'
import { effortOf, hardship } from './effort'

/** A step of the ideal path, and the states that it enters: none when it is one of several to do in the same place. */
interface KnownStep {
  event: PlainEvent
  enters: readonly string[]
}

/** What somebody who knows the way goes by. */
export interface Policy {
  /** Where one stands -> what the ideal path does there, in its order. */
  steps: ReadonlyMap<string, readonly KnownStep[]>
  /** How hard the ideal path is: the sum over its screens. */
  work: number
  /** How many steps the ideal path has. */
  length: number
  /** How much more tiresome the way is than under the plan that spares most steps: 1 there. */
  toil: number
}

const HINT_CONFIGURATIONS = 250

/** The state of a run, as far as a policy depends on it. */
export const policyKey = (run: Run): string => run.states.join('+')

/** Gives the policy for a demo, plan and start role; works it out once. */
export type Policies = (demo: SimulatedDemo, plan: string, role: string) => Promise<Policy>

export function createPolicies(): Policies {
  const known = new Map<string, Way>()
  const wayOf = async (demo: SimulatedDemo, plan: string, role: string): Promise<Way> => {
    const key = `${demo.slug} ${plan} ${role}`
    const way = known.get(key) ?? follow(demo.compiled, plan, role, await demo.ideal(plan, role))
    known.set(key, way)
    return way
  }
  return async (demo, plan, role) => {
    const ways = await Promise.all(demo.compiled.plans.map((one) => wayOf(demo, one, role)))
    const own = await wayOf(demo, plan, role)
    const least = Math.min(...ways.map(({ length }) => length).filter((length) => length > 0))
    return { ...own, toil: own.length > 0 ? (own.length / least) ** 2 : 1 }
  }
}

type Way = Omit<Policy, 'toil'>

function follow(compiled: CompiledDemo, plan: string, role: string, ideal: IdealPath | null): Way {
  const steps = new Map<string, KnownStep[]>()
  let run = startRun(compiled, { plan, role, seed: 'policy', startedAt: 0 })
  let work = 0
  for (const event of ideal?.events ?? []) {
    work += hardship(effortOf(offeredEvents(run)))
    const result = step(run, { ...event, at: run.lastAt })
    if (!result.ok) break
    const known = { event, enters: without(result.run.states, run.states) }
    // The state of one region as well: regions in parallel go on in any order.
    for (const place of new Set([policyKey(run), ...without(run.states, result.run.states)]))
      steps.set(place, [...(steps.get(place) ?? []), known])
    run = result.run
  }
  return { steps, work, length: ideal?.events.length ?? 0 }
}

const without = (states: readonly string[], others: readonly string[]): string[] =>
  states.filter((state) => !others.includes(state))

/**
 * The offered event that does what the ideal path does here: the same, else one of its type, since the ids of rows differ
 * from trial to trial. What leads on comes before what is done in the same place. Off the ideal path it is what
 * a hint says, and undefined where that finds no way.
 */
export function rightEvent(policy: Policy, run: Run, offered = offeredEvents(run)): OfferedEvent | undefined {
  const known = [policyKey(run), ...run.states].flatMap((place) => policy.steps.get(place) ?? [])
  const onwards = known.filter(({ enters }) => enters.length > 0)
  for (const one of [...onwards, ...known]) {
    const found = offeredAs(one.event, offered).find((event) => leadsTo(run, event, one.enters))
    if (found) return found
  }
  const same = known.flatMap(({ event }) => sameAs(event, offered)).find((event) => leadsOn(run, event))
  return same ?? hinted(run, offered)
}

/** What “Show me” would do, looked for no further than that a simulation stays quick. */
function hinted(run: Run, offered: readonly OfferedEvent[]): OfferedEvent | undefined {
  const hint = nextHint(run, { maxConfigurations: HINT_CONFIGURATIONS, maxMs: Number.POSITIVE_INFINITY })
  return hint ? sameAs(hint, offered)[0] : undefined
}

/** True when the machine takes the event and is then where it should be. */
function leadsTo(run: Run, event: OfferedEvent, enters: readonly string[]): boolean {
  const entered = enteredBy(run, event)
  if (entered === null) return false
  return enters.length === 0 ? entered.length === 0 : enters.every((state) => entered.includes(state))
}

/** True when the event leads somewhere: what was done before decides where. */
const leadsOn = (run: Run, event: OfferedEvent): boolean => (enteredBy(run, event)?.length ?? 0) > 0

/** The states that an event enters; null when the machine refuses it. */
function enteredBy(run: Run, { type, data }: OfferedEvent): string[] | null {
  const result = step(run, { type, at: run.lastAt, ...(data && { data }) })
  return result.ok ? without(result.run.states, run.states) : null
}

/** The same event before others of its type. */
const offeredAs = (wanted: PlainEvent, offered: readonly OfferedEvent[]): OfferedEvent[] => [
  ...sameAs(wanted, offered),
  ...offered.filter(({ type }) => type === wanted.type),
]

function sameAs(wanted: PlainEvent, offered: readonly OfferedEvent[]): OfferedEvent[] {
  const exact = canonicalJson([wanted.type, wanted.data ?? {}])
  return offered.filter(({ type, data }) => canonicalJson([type, data ?? {}]) === exact)
}
