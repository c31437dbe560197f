import type { CompiledDemo } from '~/domain/demo/engine/compile'
import { follow } from '~/domain/demo/proof/ideal'
import type { Run } from '~/domain/demo/engine/run'
import { findWalks, type Walk, type Walks } from '~/domain/demo/proof/walks'

/**
 * What exploration finds in each shipped demo, by slug and plan: visible `states` and `transitions`, the `places`
 * among the states where a prospect stops, and the `walks` that cover them all. The numbers change only with the
 * demo: check it before you update them.
 */
export const SHIPPED_WALKS = {
  'order-to-cash': {
    free: { states: 16, transitions: 29, places: 14, walks: 14 },
    premium: { states: 12, transitions: 21, places: 10, walks: 10 },
  },
  'invoice-to-tax-return': {
    free: { states: 19, transitions: 32, places: 16, walks: 15 },
    premium: { states: 13, transitions: 18, places: 10, walks: 7 },
  },
  'placement-to-payroll': {
    free: { states: 21, transitions: 26, places: 17, walks: 12 },
    premium: { states: 16, transitions: 15, places: 10, walks: 5 },
  },
  'contract-review': {
    free: { states: 22, transitions: 33, places: 17, walks: 16 },
    premium: { states: 20, transitions: 34, places: 16, walks: 20 },
  },
  'campaign-to-conversion': {
    free: { states: 17, transitions: 27, places: 14, walks: 11 },
    premium: { states: 14, transitions: 21, places: 11, walks: 9 },
  },
} as const

/** The walks of a shipped demo under a plan, for its one start role. */
export function walksOf(compiled: CompiledDemo, plan: string): Walks {
  const [role = ''] = compiled.startRoles
  return findWalks(compiled, plan, role, {
    maxConfigurations: 20_000,
    deadline: Infinity,
    clock: () => 0,
  })
}

/** The states where these walks stop, including the start. */
export function placesOn(start: Run, walks: readonly Walk[]): Set<string> {
  const places = new Set(start.states)
  for (const walk of walks) {
    walk.reduce((run, event) => {
      const next = follow(run, [event])
      next.states.forEach((state) => places.add(state))
      return next
    }, start)
  }
  return places
}
