import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TraceEvent } from './trace'
import type { CompiledDemo } from './compile'
import { approvalSource } from '../fixtures/approval'
import { compiledFrom } from '../fixtures/compiled'
import { fulfilmentSource } from '../fixtures/fulfilment'
import { walkByChoices } from '../fixtures/walk'
import { canonicalRun, continueReplay, replay } from './replay'
import { restoreRun, snapshotRun, startRun, step, type Run, type RunSnapshot, type RunStart } from './run'

const demos = [approvalSource, fulfilmentSource].map(compiledFrom)
const starts = demos.flatMap((compiled) =>
  compiled.plans.flatMap((plan) =>
    compiled.startRoles.map((role) => ({
      compiled,
      start: { plan, role, seed: 'seed', startedAt: 1_700_000_000_000 } satisfies RunStart,
    })),
  ),
)
/** By number, so that a counterexample stays readable. */
const anyStart = fc.nat(starts.length - 1)
function startAt(index: number): (typeof starts)[number] {
  const start = starts[index]
  if (!start) throw new Error('no such start')
  return start
}
const choices = fc.array(fc.nat(9_999), { maxLength: 30 })

/** What a server does with batches: skips known events, applies the rest in order. */
function applyBatches(compiled: CompiledDemo, start: RunStart, batches: TraceEvent[][]) {
  let run = startRun(compiled, start)
  let last = 0
  for (const event of batches.flat()) {
    if (event.seq <= last) continue
    run = continueReplay(run, [event]).run
    last = event.seq
  }
  return run
}

function split<T>(items: T[], cuts: number[]): T[][] {
  const places = [...new Set(cuts.map((cut) => cut % (items.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, index) => items.slice(from, places[index] ?? items.length))
}

test('a trace replayed in any split of batches, with events sent again, gives the same bytes', () => {
  fc.assert(
    fc.property(anyStart, choices, fc.array(fc.nat(40)), fc.nat(3), (index, picks, cuts, again) => {
      const { compiled, start } = startAt(index)
      const { run, trace } = walkByChoices(startRun(compiled, start), picks)
      const batches = split(trace, cuts).map((batch) => [
        ...trace.slice(0, batch[0]?.seq ?? 0).slice(-again),
        ...batch,
      ])
      expect(canonicalRun(replay(compiled, start, trace).run)).toBe(canonicalRun(run))
      expect(canonicalRun(applyBatches(compiled, start, batches))).toBe(canonicalRun(run))
    }),
  )
})

test('a trace cut anywhere and resumed from a stored snapshot equals the uncut one', () => {
  fc.assert(
    fc.property(anyStart, choices, fc.nat(30), (index, picks, cut) => {
      const { compiled, start } = startAt(index)
      const { run, trace } = walkByChoices(startRun(compiled, start), picks)
      const before = replay(compiled, start, trace.slice(0, cut)).run
      const stored = JSON.parse(JSON.stringify(snapshotRun(before))) as RunSnapshot
      const resumed = continueReplay(restoreRun(compiled, stored), trace.slice(cut)).run
      expect(canonicalRun(resumed)).toBe(canonicalRun(run))
    }),
  )
})

test('the same trace gives the same bytes in another compilation of the same demo', () => {
  const [one, two] = [compiledFrom(approvalSource), compiledFrom(approvalSource)]
  const start = { plan: 'premium', seed: 'x', startedAt: 5 }
  const { trace } = walkByChoices(startRun(one, start), [3, 7, 1, 2, 5, 8])
  expect(canonicalRun(replay(one, start, trace).run)).toBe(canonicalRun(replay(two, start, trace).run))
})

/** The moment at which each state of the path was entered, told from the outside: by the event that made the path longer. */
function entryTimes(start: Run, trace: readonly TraceEvent[]): number[] {
  let run = start
  const times = run.path.map(() => 0)
  for (const event of trace) {
    const result = step(run, event)
    if (!result.ok) continue
    run = result.run
    while (times.length < run.path.length) times.push(run.lastAt)
  }
  return times
}

test('each state of a path is entered at the moment of the event that led to it, and never before the one before', () => {
  const late = fc.array(fc.nat(3_000), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(anyStart, choices, late, (index, picks, lateness) => {
      const { compiled, start } = startAt(index)
      const walked = walkByChoices(startRun(compiled, start), picks).trace
      const trace = walked.map((event, place) => {
        const at = Math.max(0, event.at - (lateness[place % lateness.length] ?? 0))
        return { ...event, at }
      })
      const { run } = replay(compiled, start, trace)
      expect(run.pathAt).toHaveLength(run.path.length)
      expect(run.pathAt).toEqual(entryTimes(startRun(compiled, start), trace))
      expect(run.pathAt).toEqual([...run.pathAt].sort((a, b) => a - b))
    }),
  )
})

test('a refused event stops the replay and keeps what came before', () => {
  const [compiled] = demos
  if (!compiled) throw new Error('no demo')
  const start = { plan: 'free', seed: 's', startedAt: 0 }
  const events: TraceEvent[] = [
    { seq: 1, at: 1, type: 'NEW_REQUEST', activeMs: 1 },
    { seq: 2, at: 2, type: 'APPROVE', activeMs: 2 },
    { seq: 3, at: 3, type: 'SAVE_REQUEST', data: { who: 'p1', what: 'x', amount: 1 }, activeMs: 3 },
  ]
  const { run, refused } = replay(compiled, start, events)
  expect(refused).toMatchObject({ seq: 2, code: 'not-offered' })
  expect(run.states).toEqual(['new-request'])
  expect(run.steps).toBe(1)
})

test('another seed gives other ids, another start other times, and nothing else differs', () => {
  const [compiled] = demos
  if (!compiled) throw new Error('no demo')
  const events: TraceEvent[] = [
    { seq: 1, at: 1, type: 'NEW_REQUEST', activeMs: 1 },
    { seq: 2, at: 2, type: 'SAVE_REQUEST', data: { who: 'p1', what: 'x', amount: 1 }, activeMs: 2 },
  ]
  const one = replay(compiled, { plan: 'free', seed: 'a', startedAt: 0 }, events).run.world.requests
  const two = replay(compiled, { plan: 'free', seed: 'b', startedAt: 1000 }, events).run.world.requests
  expect(one).toMatchObject([{ at: '1970-01-01T00:00:00.002Z', what: 'x' }])
  expect(two).toMatchObject([{ at: '1970-01-01T00:00:01.002Z', what: 'x' }])
  expect(one).not.toEqual(two)
})
