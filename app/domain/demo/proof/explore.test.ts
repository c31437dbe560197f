import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { arbitraryDemo } from '#tests/support/arbitrary-demo'

import { ConfigurationKeys } from './configuration-keys'
import { doneTasks } from '../engine/done-tasks'
import { eventsTo, explore } from './explore'
import { exploreRun, PROOF_START } from './explored-run'
import { nextHint } from './hint'
import { bestSuccess, follow, requiredTasks } from './ideal'
import { offeredEvents } from '../engine/offered-events'
import { prove } from './prove'
import { configurationKey, startRun, step, type Run } from '../engine/run'
import { findDeadEnds } from './dead-ends'

const LIMITS = { maxConfigurations: 5_000, deadline: Infinity, clock: () => 0 }
const plan = fc.constantFrom('free', 'premium')

/** Every reachable run with its distance from the start, by the simplest possible search, as an oracle. */
function reachable(start: Run): { run: Run; distance: number }[] {
  const found = [{ run: start, distance: 0 }]
  const keys = new Set([configurationKey(start)])
  for (const { run, distance } of found) {
    for (const { type, data } of run.status === 'done' ? [] : offeredEvents(run)) {
      const result = step(run, { type, data, at: 0 })
      if (!result.ok || keys.has(configurationKey(result.run))) continue
      keys.add(configurationKey(result.run))
      found.push({ run: result.run, distance: distance + 1 })
    }
  }
  return found
}

const succeeded = (run: Run) => run.status === 'done' && run.outcome === 'success'

test('the search finds what can be reached, and nothing else', () => {
  const property = fc.property(arbitraryDemo, plan, (compiled, on) => {
    const { exploration, start } = exploreRun(compiled, on, 'sales', LIMITS)
    const found = exploration.configurations.map(({ index }) =>
      configurationKey(follow(start, eventsTo(exploration, index))),
    )
    expect(exploration.complete).toBe(true)
    expect([...found].sort()).toEqual(
      reachable(start)
        .map(({ run }) => configurationKey(run))
        .sort(),
    )
  })
  fc.assert(property, { numRuns: tries(60) })
})

test('from a configuration called stranded no success can be reached, and from every other one it can', () => {
  const property = fc.property(arbitraryDemo, plan, (compiled, on) => {
    const { exploration, start } = exploreRun(compiled, on, 'sales', LIMITS)
    const stranded = new Set(findDeadEnds(exploration))
    for (const { index, ending } of exploration.configurations) {
      if (ending !== null) continue
      const from = follow(start, eventsTo(exploration, index))
      expect(reachable(from).some(({ run }) => succeeded(run))).toBe(!stranded.has(index))
    }
  })
  fc.assert(property, { numRuns: tries(40) })
})

test('a search whose budget ends calls nothing stranded that is not', () => {
  const budget = fc.integer({ min: 1, max: 12 })
  const property = fc.property(arbitraryDemo, budget, (compiled, maxConfigurations) => {
    const { exploration, start } = exploreRun(compiled, 'free', 'sales', { ...LIMITS, maxConfigurations })
    for (const index of findDeadEnds(exploration)) {
      const from = follow(start, eventsTo(exploration, index))
      expect(reachable(from).some(({ run }) => succeeded(run))).toBe(false)
    }
  })
  fc.assert(property, { numRuns: tries(60) })
})

test('the ideal path replays to success with the most required tasks, and no way that does as much is shorter', () => {
  const property = fc.property(arbitraryDemo, plan, (compiled, on) => {
    const run = prove(compiled).runs.find((candidate) => candidate.plan === on)
    const start = startRun(compiled, { plan: on, ...PROOF_START })
    const required = requiredTasks(compiled.demo)
    const done = (one: Run) => doneTasks(one).filter((id) => required.includes(id)).length
    const successes = reachable(start).filter((one) => succeeded(one.run))
    expect(Boolean(run?.ideal)).toBe(successes.length > 0)
    if (!run?.ideal) return
    const end = follow(start, run.ideal.events)
    expect(succeeded(end)).toBe(true)
    expect(end.path).toEqual(run.ideal.path)
    expect(done(end)).toBe(Math.max(...successes.map((one) => done(one.run))))
    const asGood = successes.filter((one) => done(one.run) === done(end))
    expect(run.ideal.events.length).toBe(Math.min(...asGood.map((one) => one.distance)))
  })
  fc.assert(property, { numRuns: tries(60) })
})

test('hints lead to success from wherever it can be reached, each one step nearer', () => {
  const property = fc.property(arbitraryDemo, plan, fc.nat(), (compiled, on, pick) => {
    const all = reachable(startRun(compiled, { plan: on, ...PROOF_START }))
    let run = all[pick % all.length]?.run
    if (!run || run.status === 'done') return
    const exploration = explore(run, LIMITS)
    const goal = bestSuccess(exploration, requiredTasks(compiled.demo))
    let left = goal ? eventsTo(exploration, goal.index).length : 0
    for (; left > 0; left--) {
      const hint = nextHint(run)
      if (!hint) throw new Error('a hint is missing')
      const result = step(run, { type: hint.type, data: hint.data, at: run.lastAt })
      if (!result.ok) throw new Error(result.message)
      run = result.run
    }
    if (goal) expect(succeeded(run)).toBe(true)
    else expect(nextHint(run)).toBeNull()
  })
  fc.assert(property, { numRuns: tries(60) })
})

test('short keys tell runs apart exactly as whole ones do', () => {
  const property = fc.property(arbitraryDemo, (compiled) => {
    const keys = new ConfigurationKeys()
    const runs = ['free', 'premium'].flatMap((on) => {
      const start = startRun(compiled, { plan: on, ...PROOF_START })
      return reachable(start).flatMap(({ run }) => [run, { ...run, world: structuredClone(run.world) }])
    })
    const whole = new Set(runs.map(configurationKey))
    const short = new Set(runs.map((run) => keys.keyOf(run)))
    const pairs = new Set(runs.map((run) => `${keys.keyOf(run)} ${configurationKey(run)}`))
    expect([short.size, pairs.size]).toEqual([whole.size, whole.size])
  })
  fc.assert(property, { numRuns: tries(60) })
})
