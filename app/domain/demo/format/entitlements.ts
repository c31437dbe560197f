import { own } from '~/domain/json'
import type { Demo } from './schema'

/** What a plan gives: every entitlement of the demo, true or false. */
export function entitledBy(demo: Demo, plan: string): Record<string, boolean> {
  const entitlements = Object.entries(demo.entitlements ?? {})
  return Object.fromEntries(entitlements.map(([name, { plans }]) => [name, plans.includes(plan)]))
}

/** The part of a run that decides which entitlements it has. */
type Planned = { compiled: { can(plan: string): Readonly<Record<string, unknown>> }; plan: string }

/** Whether the plan of a run gives this entitlement. */
export function isEntitled(run: Planned, name: string): boolean {
  return own(run.compiled.can(run.plan), name) === true
}
