import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { arbitraryDemo, arbitraryParallelDemo, arbitraryProcess } from '#tests/support/arbitrary-demo'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { approvalSource } from '../fixtures/approval'
import { compiledFrom } from '../fixtures/compiled'
import { proofRun } from '../proof/proof'
import { prove } from '../proof/prove'
import type { CompiledDemo } from './compile'
import { offeredEvents } from './offered-events'
import { canonicalRun, replay } from './replay'
import { MAX_KEPT, startRun, step, type Run, type RunBeginning, type RunEvent } from './run'
import { scoreRun } from './score'
import { standingSteps } from './standing-steps'
import type { TraceEvent } from './trace'
import { detoursOf } from './way/way'
import type { StepMark } from './way/way-state'
import { Ways } from './way/ways'

const anyDemo = fc.oneof(
  arbitraryDemo,
  arbitraryProcess,
  arbitraryParallelDemo,
  fc.constant(compiledFrom(approvalSource)),
)

const act = fc.record({
  what: fc.constantFrom('own', 'own', 'own', 'shown', 'shown', 'undo', 'hint'),
  pick: fc.nat(99),
})
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never
const acts = fc.array(act, { maxLength: 24 })

function startOf(compiled: CompiledDemo): RunBeginning {
  const [role = ''] = compiled.startRoles
  const graph = proofRun(prove(compiled), 'free', role)?.ways
  return { plan: 'free', role, seed: 's', startedAt: 0, ways: graph ? new Ways(compiled, graph) : null }
}

function eventOf(run: Run, { what, pick }: Act): Omit<RunEvent, 'at'> | null {
  if (what === 'undo' || what === 'hint') return { type: `@${what}` }
  const offered = run.status === 'done' ? [] : offeredEvents(run)
  const chosen = offered[pick % Math.max(1, offered.length)]
  if (!chosen) return null
  return { type: chosen.type, data: chosen.data, ...(what === 'shown' && { by: 'shown' as const }) }
}

/** Does what the acts choose; refused events are left out of the trace. */
function perform(start: Run, chosen: readonly Act[]): { run: Run; trace: TraceEvent[] } {
  let run = start
  const trace: TraceEvent[] = []
  for (const one of chosen) {
    const event = eventOf(run, one)
    const at = (trace.length + 1) * 1_000
    const result = event && step(run, { ...event, at })
    if (!event || !result?.ok) continue
    trace.push({ seq: trace.length + 1, activeMs: 0, at, ...event })
    run = result.run
  }
  return { run, trace }
}

const isHelp = ({ type }: TraceEvent) => type === '@hint'
const isStep = ({ type }: TraceEvent) => !type.startsWith('@')
const isOwn = (event: TraceEvent) => isStep(event) && event.by === undefined

const lastIndex = (events: readonly TraceEvent[], is: (event: TraceEvent) => boolean) =>
  events.reduce((last, event, index) => (is(event) ? index : last), -1)

/** The events that stand, and what undoing leaves behind. */
function standing(trace: readonly TraceEvent[]) {
  let stood: TraceEvent[] = []
  const dropped: TraceEvent[][] = []
  let hints = 0
  for (const event of trace) {
    if (event.type === '@undo') {
      const last = lastIndex(stood, isOwn)
      dropped.push(stood.slice(0, last + 1))
      stood = stood.slice(0, last)
      continue
    }
    const sinceStep = stood.slice(lastIndex(stood, isStep) + 1)
    if (isHelp(event) && !sinceStep.some(isHelp)) hints += 1
    stood = [...stood, event]
  }
  return { stood, dropped, hints }
}

const unmarked = (events: readonly TraceEvent[]) =>
  events.map(({ by: _by, ...event }, index) => ({ ...event, seq: index + 1 }))

/** The runs before and after each event of a list, all of them taken as the prospect's own. */
function plainRuns(compiled: CompiledDemo, start: RunBeginning, events: readonly TraceEvent[]) {
  const plain = unmarked(events)
  return events.map((event, index) => ({
    event,
    before: replay(compiled, start, plain.slice(0, index)).run,
    after: replay(compiled, start, plain.slice(0, index + 1)).run,
  }))
}

const markOf = (run: Run): StepMark | null => run.way?.steps.at(-1)?.mark ?? null

/** The measures by their definition, from many plain replays. */
function definition(compiled: CompiledDemo, start: RunBeginning, trace: readonly TraceEvent[]) {
  const { stood, dropped, hints } = standing(trace)
  const begun = startRun(compiled, start)
  const plain = plainRuns(compiled, start, stood)
  const end = plain.at(-1)?.after ?? begun
  const last = stood[lastIndex(stood, isStep)]
  const counted = countedTasks(begun, plain)
  const marks = [
    ...dropped.map((events) => markOf(plainRuns(compiled, start, events).at(-1)!.after)),
    ...plain.flatMap(({ event, after }) => (isOwn(event) ? [markOf(after)] : [])),
  ]
  const isUnknown = marks.some((mark) => mark === null || mark === 'unknown')
  return {
    path: plain.reduce(
      (path, { event, before, after }) =>
        isOwn(event) ? [...path, ...enteredIn(before, after, path)] : path,
      [...begun.states],
    ),
    tasks: Object.fromEntries(counted.map(({ id, doneAt }) => [id, doneAt])),
    steps: stood.filter(isOwn).length,
    shown: trace.filter(({ by }) => by === 'shown').length,
    undone: dropped.length,
    hints,
    detours: isUnknown ? null : marks.filter((mark) => mark === 'detour').length,
    finished: end.status === 'done' && (last === undefined || isOwn(last)),
    points: pointsOf(compiled, counted),
    states: end.states,
    world: end.world,
  }
}

const enteredIn = (before: Run, after: Run, path: readonly string[]) =>
  after.states.filter((id) => !before.states.includes(id) && id !== path.at(-1))

/** The tasks that the start or an own step brought to where they are. */
function countedTasks(begun: Run, plain: ReturnType<typeof plainRuns>) {
  const tasks = new Map(
    Object.entries(begun.tasks).map(([id, { doneAt }]) => [id, { id, doneAt, own: true }]),
  )
  for (const { event, before, after } of plain) {
    for (const [id, { doneAt }] of Object.entries(after.tasks)) {
      const isMoved = before.tasks[id]?.doneAt !== doneAt
      if (isMoved) tasks.set(id, { id, doneAt, own: isOwn(event) })
    }
  }
  return [...tasks.values()].filter(({ own }) => own)
}

function pointsOf(compiled: CompiledDemo, counted: readonly { id: string; doneAt: number | null }[]): number {
  const weighed = counted.map(({ id, doneAt }) => ({ ...compiled.demo.tasks[id]!, done: doneAt !== null }))
  const required = weighed.filter(({ optional }) => !optional)
  const sum = (some: typeof weighed) => some.reduce((total, { weight }) => total + weight, 0)
  const total = sum(required.length > 0 ? required : weighed)
  return total === 0 ? 0 : (100 * sum(weighed.filter(({ done }) => done))) / total
}

test('every measure of a trace with shown and undone steps is what its definition says', () => {
  const property = fc.property(anyDemo, acts, (compiled, chosen) => {
    const start = startOf(compiled)
    const { run, trace } = perform(startRun(compiled, start), chosen)
    const expected = definition(compiled, start, trace)
    const { path, steps, shown, undone, hints, status, lastShown, states, world } = run
    const counted = Object.entries(run.tasks).filter(([, task]) => !task.shown)
    const { score, tasks, limitPoints, hintPoints, detourPoints } = scoreRun(run)
    expect({
      ...{ path, steps, shown, undone, hints, states, world },
      tasks: Object.fromEntries(counted.map(([id, { doneAt }]) => [id, doneAt])),
      detours: start.ways ? detoursOf(run) : expected.detours,
      finished: status === 'done' && !lastShown,
    }).toEqual({ ...expected, points: undefined })
    expect(score - limitPoints - hintPoints - detourPoints).toBe(Math.round(expected.points))
    expect(tasks.map(({ id }) => id).sort()).toEqual(Object.keys(expected.tasks).sort())
    expect(canonicalRun(replay(compiled, start, trace).run)).toBe(canonicalRun(run))
  })
  fc.assert(property, { numRuns: tries(300) })
})

test('the standing steps of a trace lead where the trace led', () => {
  const property = fc.property(anyDemo, acts, (compiled, chosen) => {
    const start = startOf(compiled)
    const { run, trace } = perform(startRun(compiled, start), chosen)
    const again = replay(compiled, start, unmarked(standingSteps(trace)))
    expect([again.refused, again.run.states, again.run.world]).toEqual([undefined, run.states, run.world])
  })
  fc.assert(property, { numRuns: tries(100) })
})

test('marking steps as shown never adds to what a trial did', () => {
  const property = fc.property(anyDemo, acts, (compiled, chosen) => {
    const start = startOf(compiled)
    const { run, trace } = perform(
      startRun(compiled, start),
      chosen.filter(({ what }) => what !== 'undo'),
    )
    const bare = replay(compiled, start, unmarked(trace)).run
    const doneIn = (one: Run) =>
      Object.entries(one.tasks).flatMap(([id, { doneAt, shown }]) => (doneAt === null || shown ? [] : [id]))
    expect(doneIn(bare)).toEqual(expect.arrayContaining(doneIn(run)))
    expect(bare.path).toEqual(expect.arrayContaining([...run.path]))
    expect(run.steps).toBeLessThanOrEqual(bare.steps)
    const all = trace.map((event) => (isStep(event) ? { ...event, by: 'shown' as const } : event))
    const nothing = replay(compiled, start, all).run
    const doneAtStart = doneIn(startRun(compiled, start))
    expect([nothing.steps, nothing.path, doneIn(nothing)]).toEqual([
      0,
      startRun(compiled, start).states,
      doneAtStart,
    ])
  })
  fc.assert(property, { numRuns: tries(150) })
})

test('a step and its undoing leave at most the score from before', () => {
  const property = fc.property(anyDemo, acts, fc.nat(99), (compiled, chosen, pick) => {
    const { run } = perform(startRun(compiled, startOf(compiled)), chosen)
    const tried = perform(run, [{ what: 'own', pick }]).run
    const back = step(tried, { type: '@undo', at: tried.lastAt })
    if (tried === run || !back.ok) return
    expect(scoreRun(back.run).score).toBeLessThanOrEqual(scoreRun(run).score)
    expect([back.run.path, back.run.tasks, back.run.states]).toEqual([run.path, run.tasks, run.states])
    expect([back.run.steps, back.run.undone, back.run.events]).toEqual([
      run.steps,
      run.undone + 1,
      run.events + 2,
    ])
  })
  fc.assert(property, { numRuns: tries(150) })
})

/** Two desks, from one to the other and back, a way aside, and an end. */
const desks = compiledDemo({
  world: { seen: false, counted: false },
  screens: {
    left: screen('Left', button('GO'), button('COUNT')),
    right: screen('Right', button('BACK'), button('END')),
  },
  states: {
    left: {
      screen: 'left',
      on: {
        GO: { do: [{ set: 'world.seen', to: 'true' }], to: 'right' },
        COUNT: { do: [{ set: 'world.counted', to: 'true' }] },
      },
    },
    right: { screen: 'right', on: { BACK: 'left', END: 'end' } },
    end: { final: 'success' },
  },
  tasks: {
    see: { title: { en: 'See' }, done: 'world.seen', weight: 1 },
    count: { title: { en: 'Count' }, done: 'world.counted', weight: 1 },
  },
  score: { hint: -5, detour: -2 },
})
const deskStart = startOf(desks)
const desk = () => startRun(desks, deskStart)

function go(run: Run, ...types: string[]): Run {
  return types.reduce((now, type) => {
    const by = type.startsWith('~') ? { by: 'shown' as const } : {}
    const result = step(now, { type: type.replace('~', ''), at: now.lastAt + 1_000, ...by })
    if (!result.ok) throw new Error(`${type}: ${result.message}`)
    return result.run
  }, run)
}

test('undoing restores the run before the last own step, with the shown steps after it', () => {
  const back = go(desk(), 'COUNT', 'GO', '~BACK', '@undo')
  expect([back.states, back.steps, back.shown, back.undone, back.lastAt]).toEqual([['left'], 1, 1, 1, 4_000])
  expect(back.world).toEqual({ seen: false, counted: true })
})

test('a detour stays one when it is undone, as going back would leave it', () => {
  const undone = go(desk(), 'COUNT', 'GO', 'BACK', '@undo', 'END')
  expect([undone.path, detoursOf(undone), scoreRun(undone).score]).toEqual([['left', 'right', 'end'], 1, 98])
})

test('help that was asked for stays asked for when its step is undone', () => {
  const undone = go(desk(), '@hint', 'COUNT', '@undo', '@hint', 'COUNT', '@hint', '@undo')
  expect(undone.hints).toBe(2)
})

test('nothing is undone before the first own step, after an end, or beyond the kept runs', () => {
  const undo = (run: Run) => step(run, { type: '@undo', at: run.lastAt })
  expect(undo(go(desk(), '~GO'))).toMatchObject({ ok: false, code: 'not-offered' })
  expect(undo(go(desk(), 'GO', 'END'))).toMatchObject({ ok: false, code: 'ended' })
  const many = go(desk(), ...Array.from({ length: MAX_KEPT + 10 }, (_, index) => (index % 2 ? 'BACK' : 'GO')))
  const back = go(many, ...Array<string>(MAX_KEPT).fill('@undo'))
  expect([back.steps, back.undone]).toEqual([10, MAX_KEPT])
  expect(undo(back)).toMatchObject({ ok: false, code: 'not-offered' })
})

test('a task that a shown step did leaves the total, and an end that one reached is no completion', () => {
  const jumped = go(desk(), '~COUNT', 'GO')
  expect([Object.keys(scoreRun(jumped).tasks.map(({ id }) => id)).length, scoreRun(jumped).score]).toEqual([
    1, 100,
  ])
  const ended = go(desk(), 'COUNT', '~GO', '~END')
  expect([ended.status, ended.lastShown, scoreRun(ended).score]).toEqual(['done', true, 100])
})

test('only a step can be shown', () => {
  expect(step(desk(), { type: '@hint', at: 0, by: 'shown' })).toMatchObject({
    ok: false,
    code: 'bad-payload',
  })
  expect(step(desk(), { type: '@undo', at: 0, data: { to: 1 } })).toMatchObject({
    ok: false,
    code: 'bad-payload',
  })
})
