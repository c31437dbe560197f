import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDemo } from '#tests/support/arbitrary-demo'
import { beginRun, step } from '../engine/run'
import { exploreRun, PROOF_START } from './explored-run'
import type { CompiledDemo } from '../engine/compile'
import { findWalks, richestWalk, type Walk, type Walks } from './walks'

const LIMITS = { maxConfigurations: 2_000, deadline: Infinity, clock: () => 0 }

function seenOn(compiled: CompiledDemo, plan: string, role: string, walks: readonly Walk[]) {
  const begun = beginRun(compiled, { plan, role, ...PROOF_START })
  const states = new Set(begun.entered)
  const transitions = new Set(begun.taken)
  for (const walk of walks) {
    let run = begun.run
    for (const event of walk) {
      const result = step(run, { ...event, at: run.lastAt })
      if (!result.ok) throw new Error(result.message)
      result.entered.forEach((state) => states.add(state))
      result.taken.forEach((transition) => transitions.add(transition))
      run = result.run
    }
  }
  return { states, transitions }
}

function eachRun(compiled: CompiledDemo, check: (plan: string, role: string, found: Walks) => void) {
  for (const plan of compiled.plans) {
    for (const role of compiled.startRoles) check(plan, role, findWalks(compiled, plan, role, LIMITS))
  }
}

test('the walks see every state and every transition that exploration sees, and no other', () => {
  fc.assert(
    fc.property(arbitraryDemo, (compiled) =>
      eachRun(compiled, (plan, role, found) => {
        const { unreached, untaken } = exploreRun(compiled, plan, role, LIMITS)
        const seen = seenOn(compiled, plan, role, found.walks)
        const reachable = [...compiled.states.keys()].filter((state) => !unreached.includes(state))
        const takable = compiled.transitions.flatMap(({ id }) => (untaken.includes(id) ? [] : [id]))
        expect([...seen.states].sort()).toEqual(reachable.sort())
        expect([...seen.transitions].sort()).toEqual(takable.sort())
        expect([...found.states].sort()).toEqual(reachable)
        expect([...found.transitions].sort()).toEqual(takable)
      }),
    ),
  )
})

test('no walk is the beginning of another', () => {
  fc.assert(
    fc.property(arbitraryDemo, (compiled) =>
      eachRun(compiled, (_plan, _role, { walks }) => {
        const spelled = walks.map((walk) => walk.map((event) => JSON.stringify(event)).join('\n'))
        const begins = (one: string, other: string) => other === one || other.startsWith(`${one}\n`)
        spelled.forEach((one, index) =>
          expect(spelled.some((other, place) => place !== index && begins(one, other))).toBe(false),
        )
      }),
    ),
  )
})

test('the richest walk is one of them, and none sees more states', () => {
  fc.assert(
    fc.property(arbitraryDemo, (compiled) =>
      eachRun(compiled, (plan, role, found) => {
        const statesOn = (walk: Walk) => seenOn(compiled, plan, role, [walk]).states.size
        const richest = richestWalk(found)
        if (found.walks.length > 0) expect(found.walks).toContain(richest)
        expect(Math.max(0, ...found.walks.map(statesOn))).toBeLessThanOrEqual(statesOn(richest))
      }),
    ),
  )
})
