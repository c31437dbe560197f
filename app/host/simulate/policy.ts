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

/**
 * A step of the ideal path, and the states that it enters: none when it is one of several to do in the same state.
 */
interface KnownStep {
  event: PlainEvent
  enters: readonly string[]
}

/** What a simulated visitor knows of the ideal path. */
export interface Policy {
  /** The active states -> the steps of the ideal path there, in order. */
  steps: ReadonlyMap<string, readonly KnownStep[]>
  /** The work of the ideal path: the sum over its screens. */
  work: number
  /** How many steps the ideal path has. */
  length: number
  /** The squared length of the way relative to the plan with the shortest way: 1 there. */
  toil: number
}

const HINT_CONFIGURATIONS = 250

/** The part of a run's state that a policy depends on. */
export const policyKey = (run: Run): string => run.states.join('+')

/** Returns the policy for a demo, plan and start role; computed once. */
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
    // Also includes the state of each region: parallel regions advance in any order.
    for (const place of new Set([policyKey(run), ...without(run.states, result.run.states)]))
      steps.set(place, [...(steps.get(place) ?? []), known])
    run = result.run
  }
  return { steps, work, length: ideal?.events.length ?? 0 }
}

const without = (states: readonly string[], others: readonly string[]): string[] =>
  states.filter((state) => !others.includes(state))

/**
 * The offered event that matches the ideal path here: the same event, else one of its type, since the ids of rows
 * differ between trials. A step that leads to another state comes before one that stays. Off the ideal path it is
 * the hint's event, and undefined when there is none.
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

/** The event that “Show me” gives, within a search limit that keeps a simulation fast. */
function hinted(run: Run, offered: readonly OfferedEvent[]): OfferedEvent | undefined {
  const hint = nextHint(run, { maxConfigurations: HINT_CONFIGURATIONS, maxMs: Number.POSITIVE_INFINITY })
  return hint ? sameAs(hint, offered)[0] : undefined
}

/** True when the machine accepts the event and enters the expected states. */
function leadsTo(run: Run, event: OfferedEvent, enters: readonly string[]): boolean {
  const entered = enteredBy(run, event)
  if (entered === null) return false
  return enters.length === 0 ? entered.length === 0 : enters.every((state) => entered.includes(state))
}

/** True when the event enters another state, which depends on the earlier steps. */
const leadsOn = (run: Run, event: OfferedEvent): boolean => (enteredBy(run, event)?.length ?? 0) > 0

/** The states that an event enters; null when the machine refuses it. */
function enteredBy(run: Run, { type, data }: OfferedEvent): string[] | null {
  const result = step(run, { type, at: run.lastAt, ...(data && { data }) })
  return result.ok ? without(result.run.states, run.states) : null
}

/** Puts the same event before others of its type. */
const offeredAs = (wanted: PlainEvent, offered: readonly OfferedEvent[]): OfferedEvent[] => [
  ...sameAs(wanted, offered),
  ...offered.filter(({ type }) => type === wanted.type),
]

function sameAs(wanted: PlainEvent, offered: readonly OfferedEvent[]): OfferedEvent[] {
  const exact = canonicalJson([wanted.type, wanted.data ?? {}])
  return offered.filter(({ type, data }) => canonicalJson([type, data ?? {}]) === exact)
}
