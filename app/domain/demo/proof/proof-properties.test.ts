import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { arbitraryDemo, arbitraryParallelDemo, arbitraryProcess } from '#tests/support/arbitrary-demo'

import { compileDemo, type CompiledDemo } from '../engine/compile'
import { offeredControls } from '../screen/controls'
import { evaluate } from '../expression/expression'
import { PROOF_START } from './explored-run'
import type { Finding } from './finding'
import { nextHint } from './hint'
import { follow } from './ideal'
import { offeredEvents } from '../engine/offered-events'
import { prove } from './prove'
import { configurationKey, startRun, step, type Run } from '../engine/run'
import { demoSchema } from '../format/schema'

const anyDemo = fc.oneof(arbitraryDemo, arbitraryProcess, arbitraryParallelDemo)
const choices = fc.array(fc.nat(99), { maxLength: 12 })
const succeeded = (run: Run) => run.status === 'done' && run.outcome === 'success'

/** Every reachable run, by the simplest possible search. */
function reachable(start: Run): Run[] {
  const found = [start]
  const keys = new Set([configurationKey(start)])
  for (const run of found) {
    for (const { type, data } of run.status === 'done' ? [] : offeredEvents(run)) {
      const result = step(run, { type, data, at: 0 })
      if (!result.ok || keys.has(configurationKey(result.run))) continue
      keys.add(configurationKey(result.run))
      found.push(result.run)
    }
  }
  return found
}

/** Presses the controls that `picks` choose; stops where the run ends. */
function wander(start: Run, picks: readonly number[]): Run {
  return picks.reduce((run, pick) => {
    const events = run.status === 'done' ? [] : offeredEvents(run)
    const event = events[pick % Math.max(1, events.length)]
    const result = event && step(run, { type: event.type, data: event.data, at: 0 })
    return result?.ok ? result.run : run
  }, start)
}

/** Every finding of a proof, with the start of its events. */
function findings(compiled: CompiledDemo): { finding: Finding; start: Run }[] {
  return prove(compiled).runs.flatMap(({ plan, role, problems }) =>
    problems.map((finding) => ({ finding, start: startRun(compiled, { plan, role, ...PROOF_START }) })),
  )
}

test('in a proven demo, whatever a prospect does first, hints lead on to success', () => {
  const property = fc.property(
    fc.oneof(arbitraryProcess, arbitraryParallelDemo),
    choices,
    (compiled, picks) => {
      if (prove(compiled).status !== 'proven') return
      for (const plan of compiled.plans) {
        let run = wander(startRun(compiled, { plan, ...PROOF_START }), picks)
        if (run.status === 'done') continue
        for (let hint = nextHint(run); hint; hint = nextHint(run)) run = follow(run, [hint])
        expect(succeeded(run)).toBe(true)
      }
    },
  )
  fc.assert(property, { numRuns: tries(60) })
})

test('the steps of each counter-example can be taken, and lead where success is lost', () => {
  const property = fc.property(anyDemo, (compiled) => {
    for (const { finding, start } of findings(compiled)) {
      if (!finding.events) continue
      const { code, severity } = finding
      const end = follow(start, finding.events)
      const isLost = code === 'stranded' || code === 'dead-end' || code === 'no-success'
      if (isLost || (code === 'parallel-blocked' && severity === 'error'))
        expect(reachable(end).some(succeeded)).toBe(false)
      if (code === 'dead-end') expect(offeredControls(end)).toEqual([])
      if (code === 'stranded') expect(offeredControls(end)).not.toEqual([])
    }
  })
  fc.assert(property, { numRuns: tries(100) })
})

test('a part that is called blocked never moves on again, and did so elsewhere', () => {
  const property = fc.property(arbitraryParallelDemo, (compiled) => {
    for (const { finding, start } of findings(compiled)) {
      if (finding.code !== 'parallel-blocked') continue
      const { blocked, others, canLeave } = finding.details
      const end = follow(start, finding.events ?? [])
      expect(end.states).toEqual(expect.arrayContaining([...blocked, ...others]))
      const after = reachable(end).filter((run) => run.status === 'active')
      expect(after.every((run) => blocked.every((id) => run.states.includes(id)))).toBe(true)
      expect(reachable(end).some(succeeded)).toBe(canLeave)
    }
  })
  fc.assert(property, { numRuns: tries(100) })
})

test('the steps to where a task is undone end where it is done and its condition does not hold', () => {
  const property = fc.property(fc.oneof(arbitraryDemo, arbitraryProcess), (compiled) => {
    for (const { finding, start } of findings(compiled)) {
      if (finding.code !== 'task-undone-later') continue
      const { task } = finding.details
      const end = follow(start, finding.events ?? [])
      const { world, plan, role } = end
      const scope = { world, plan, role, can: compiled.can(plan) }
      expect(end.tasks[task]?.doneAt).not.toBeNull()
      expect(evaluate(compiled.program(compiled.demo.tasks[task]?.done ?? ''), scope, { now: 0 })).toBe(false)
    }
  })
  fc.assert(property, { numRuns: tries(100) })
})

/** The answers of the guards of one event in a flat demo, tried in order until one holds. */
function answersTo(event: string, run: Run): [string, boolean][] {
  const { world, plan, role, compiled } = run
  const scope = { world, plan, role, can: compiled.can(plan) }
  const tried: [string, boolean][] = []
  for (const one of compiled.transitions) {
    if (one.event !== event || !run.states.includes(one.source)) continue
    if (one.if === null) break
    const held = evaluate(compiled.program(one.if), scope, { now: 0 }) === true
    tried.push([one.id, held])
    if (held) break
  }
  return tried
}

/** The answers of each guard of a flat demo, evaluated one by one in every configuration. */
function answers(compiled: CompiledDemo): Map<string, Set<boolean>> {
  const runs = compiled.plans.flatMap((plan) => reachable(startRun(compiled, { plan, ...PROOF_START })))
  const asked = runs
    .filter((run) => run.status === 'active')
    .flatMap((run) => offeredEvents(run).flatMap(({ type }) => answersTo(type, run)))
  const found = new Map<string, Set<boolean>>()
  for (const [id, held] of asked) found.set(id, (found.get(id) ?? new Set()).add(held))
  return found
}

test('conditions with one answer are exactly those that gave one when all were asked', () => {
  const property = fc.property(fc.oneof(arbitraryDemo, arbitraryProcess), (compiled) => {
    const one = [...answers(compiled)].flatMap(([id, given]) =>
      given.size === 1 ? [[id, given.has(true)]] : [],
    )
    const told = findings(compiled).flatMap(({ finding: { code, at } }) => {
      if (code !== 'guard-never-true' && code !== 'guard-never-false') return []
      return [`${at} ${code === 'guard-never-false'}`]
    })
    expect([...new Set(told)].sort()).toEqual(one.map(([id, always]) => `${String(id)}.if ${always}`).sort())
  })
  fc.assert(property, { numRuns: tries(60) })
})

/** The same with the keys of every map in another order. The order of lists has a meaning and stays. */
function reordered(value: unknown, salt: number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, salt))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, reordered(item, salt)] as const)
  const rank = (key: string) =>
    [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, salt)
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b)))
}

test('findings do not depend on the order of keys', () => {
  const said = (compiled: CompiledDemo) =>
    findings(compiled)
      .map(({ finding: { code, at, severity, events } }) => `${code} ${at} ${severity} ${events?.length}`)
      .sort()
  const property = fc.property(fc.oneof(arbitraryDemo, arbitraryProcess), fc.nat(9972), (compiled, salt) => {
    const other = compileDemo(demoSchema.parse(reordered(compiled.demo, salt)))
    expect(said(other)).toEqual(said(compiled))
    expect(prove(other).status).toBe(prove(compiled).status)
  })
  fc.assert(property, { numRuns: tries(60) })
})
