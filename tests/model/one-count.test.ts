import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { arbitraryDemo, arbitraryParallelDemo, arbitraryProcess } from '#tests/support/arbitrary-demo'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { compileDemo, type CompiledDemo } from '~/domain/demo/engine/compile'
import { openTasks } from '~/domain/demo/engine/done-tasks'
import { PROOF_START } from '~/domain/demo/proof/explored-run'
import { walkByChoices } from '~/domain/demo/fixtures/walk'
import { requiredTasks } from '~/domain/demo/proof/ideal'
import { offeredEvents } from '~/domain/demo/engine/offered-events'
import { prove } from '~/domain/demo/proof/prove'
import { compareWays, type RemainingWay } from '~/domain/demo/engine/way/remaining-way'
import { configurationKey, startRun, step, type Run } from '~/domain/demo/engine/run'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import type { StepMark } from '~/domain/demo/engine/way/way-state'
import { Ways } from '~/domain/demo/engine/way/ways'
import { replayMoments } from '~/domain/insight/replay-moments'
import { measureClock, type MeasuredTrial } from '~/domain/insight/measured-trial'
import { isInSet } from '~/domain/insight/set-membership'
import type { PlainSet } from '~/domain/insight/trial-set'
import { isHelpEvent } from '~/domain/demo/engine/trace'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { summarize } from '~/domain/trial/summary'
import { trialResult } from '~/features/player/end/trial-result'
import { findDemos } from '../../scripts/prove/find-demos'

/**
 * A demo of customers who wait at a desk, each with a different number of steps. Some are free choices; one can be
 * turned back, and one can wait. Serving `needed` of them opens the exit.
 */
const arbitraryDesk: fc.Arbitrary<CompiledDemo> = fc
  .record({
    lengths: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }),
    free: fc.subarray(['CALL0', 'CALL1', 'CALL2', 'WAIT']),
    needed: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ lengths, free, needed }) => {
    const calls = lengths.map((_, index) => `CALL${index}`)
    const choices = free.filter((event) => event === 'WAIT' || calls.includes(event))
    const lines = lengths.flatMap((length, line) =>
      Array.from({ length }, (_, at) => {
        const served = [{ set: 'world.served', to: 'world.served + 1' }]
        const next = at + 1 < length ? { to: `line${line}-${at + 1}` } : { do: served, to: 'desk' }
        return [`line${line}-${at}`, { screen: 'line', on: { GO: next, BACK: 'desk' } }]
      }),
    )
    const open = `world.served < ${needed}`
    const on = {
      ...Object.fromEntries(calls.map((call, index) => [call, { if: open, to: `line${index}-0` }])),
      WAIT: {},
      LEAVE: { if: `!(${open})`, to: 'out' },
    }
    return compiledDemo({
      world: { served: 0 },
      screens: {
        desk: screen('Desk', ...[...calls, 'WAIT', 'LEAVE'].map((event) => button(event))),
        line: screen('Line', button('GO'), button('BACK')),
      },
      states: {
        desk: { screen: 'desk', ...(choices.length > 0 && { free: choices }), on },
        ...Object.fromEntries(lines),
        out: { final: 'success' },
      },
      tasks: { serve: { title: { en: 'Serve' }, done: `world.served >= ${needed}`, weight: 1 } },
      score: { hint: -5, detour: -2 },
    })
  })

const anyDemo = fc.oneof(arbitraryDesk, arbitraryDesk, arbitraryDemo, arbitraryProcess, arbitraryParallelDemo)
const choices = fc.array(fc.nat(5_000), { maxLength: 24 })

/** A trial at its start, with the remaining way if the proof has it. */
function begin(compiled: CompiledDemo, plan: string, isKnown = true): Run {
  const found = prove(compiled).runs.find((run) => run.plan === plan)
  const ways = found?.ways && isKnown ? new Ways(compiled, found.ways) : null
  const role = found?.role ?? ''
  return startRun(compiled, { plan, role, seed: 'a prospect', startedAt: PROOF_START.startedAt, ways })
}

const [sample] =
  fc.sample(arbitraryTrials(1), { numRuns: 20, seed: 1 }).find((rows) => rows.length === 1) ?? []
if (!sample) throw new Error('No sample trial.')
const plain: MeasuredTrial = sample
const clock = measureClock(TEST_NOW, 30)

/** The figures of each page for one trace, and the marks of its replay. */
function tellings(start: Run, trace: readonly TraceEvent[], end: Run) {
  const { compiled, plan, startRole: role, seed, startedAt, way } = start
  const again = replayMoments(compiled, { plan, role, seed, startedAt, ways: way?.ways ?? null }, trace)
  const marks = again.moments.flatMap(({ kind, mark }) => (kind === 'event' ? [mark] : []))
  const { steps, hints, detours, score, outcome } = summarize(end, { activeMs: 0, wallMs: 0 })
  const row: MeasuredTrial = { ...plain, steps, hints, detours, score, outcome }
  const stands = (name: PlainSet) => isInSet({ name }, row, clock)
  return { marks, row, stands, result: trialResult(end, 'en') }
}

/** Asserts that all figures of one trial agree. */
function expectAgreement(start: Run, choices: readonly number[]): void {
  const { run: end, trace } = walkByChoices(start, choices)
  const { marks, row, stands, result } = tellings(start, trace, end)
  const known = start.way !== null && !marks.includes('unknown')
  const detours = known ? marks.filter((mark) => mark === 'detour').length : null
  const isIdeal = end.outcome === 'success' && detours === 0
  expect(marks).toHaveLength(row.steps)
  expect([row.detours, result.detours.count]).toEqual([detours, detours])
  expect([stands('way-known'), stands('detoured')]).toEqual([known, (detours ?? 0) > 0])
  expect(stands('ideal-way')).toBe(isIdeal)
  expect(result.ways.slice(1).map(({ mark }) => mark)).toEqual(start.way ? marks : [])
  const lines = [result.hints.points, result.detours.points, result.limitPoints]
  const points = [...result.tasks.map((task) => task.points), ...lines].reduce((sum, one) => sum + one, 0)
  expect([result.score, points]).toEqual([row.score, row.score])
  const { hint = 0, detour = 0 } = end.compiled.demo.score ?? {}
  expect([result.hints.count, result.hints.points + 0]).toEqual([row.hints, row.hints * hint + 0])
  const told = marks.filter((mark) => mark === 'detour').length
  expect(result.detours.points + 0).toBe(told * detour + 0)
}

test('replay, score, count, end screen and board tell the same of the same trial', () => {
  const property = fc.property(anyDemo, choices, fc.boolean(), (compiled, picked, isKnown) => {
    expectAgreement(begin(compiled, compiled.plans[0] ?? '', isKnown), picked)
  })
  fc.assert(property, { numRuns: tries(150) })
})

/** The remaining way by its definition: a new search for every reachable ending. */
function searched(start: Run): RemainingWay {
  const keys = new Set([configurationKey(start)])
  const required = requiredTasks(start.compiled.demo)
  let best: RemainingWay = null
  let front = [start]
  for (let steps = 0; front.length > 0; steps++) {
    for (const run of front) {
      const open = openTasks(run).filter((id) => required.includes(id)).length
      const way = run.outcome === 'success' ? { open, steps } : null
      if (compareWays(way, best) < 0) best = way
    }
    front = front.flatMap((run) => nextOf(run, keys))
  }
  return best
}

function nextOf(run: Run, keys: Set<string>): Run[] {
  return offeredEvents(run).flatMap(({ type, data }) => {
    const result = step(run, { type, data, at: run.lastAt })
    const key = result.ok ? configurationKey(result.run) : ''
    if (!result.ok || keys.has(key)) return []
    keys.add(key)
    return [result.run]
  })
}

/**
 * The kind of each step, from the demo's source: a free choice once per entry of its state, else by the remaining
 * way.
 */
function marksByDefinition(start: Run, trace: readonly TraceEvent[]): StepMark[] {
  const marks: StepMark[] = []
  let [run, used] = [start, new Set<string>()]
  for (const event of trace) {
    const result = step(run, event)
    if (!result.ok) throw new Error(result.message)
    if (!isHelpEvent(event.type)) {
      const free = (run.compiled.freeIn.get(event.type) ?? []).filter((id) => run.states.includes(id))
      const choosing = free.filter((id) => !used.has(id))
      const isShorter = compareWays(searched(result.run), searched(run)) < 0
      marks.push(choosing.length > 0 ? 'free' : isShorter ? 'ideal' : 'detour')
      used = new Set([...used, ...choosing].filter((id) => !result.entered.includes(id)))
    }
    run = result.run
  }
  return marks
}

test('with free choices, marks are those of the definition', () => {
  const property = fc.property(arbitraryDesk, choices, (compiled, picked) => {
    const start = begin(compiled, 'free')
    const { trace, run } = walkByChoices(start, picked)
    expect(run.way?.steps.map(({ mark }) => mark)).toEqual(marksByDefinition(start, trace))
  })
  fc.assert(property, { numRuns: tries(80) })
})

const shipped = findDemos('content').map((file) => [file.split('/').at(-2) ?? '', file])

test.each(shipped)('%s: all tell the same of any trial', (_, file) => {
  const { demo } = parseDemoSource(readFileSync(file, 'utf8'))
  if (!demo) throw new Error('The demo has errors.')
  const compiled = compileDemo(demo)
  for (const plan of compiled.plans) {
    const start = begin(compiled, plan)
    const long = fc.array(fc.nat(5_000), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(long, (picked) => expectAgreement(start, picked)),
      { numRuns: 12 },
    )
  }
})
