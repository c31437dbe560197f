import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { isDomainError } from '~/domain/errors'
import { offeredControls } from '../screen/controls'
import { approvalSource } from '../fixtures/approval'
import { compiledFrom } from '../fixtures/compiled'
import { fulfilmentSource } from '../fixtures/fulfilment'
import { walkByChoices } from '../fixtures/walk'
import { canonicalRun } from './replay'
import { configurationKey, MAX_EVENTS, startRun, step, type Run, type RunEvent, type StepResult } from './run'

const approval = compiledFrom(approvalSource)
const fulfilment = compiledFrom(fulfilmentSource)

function begin(plan: 'free' | 'premium' = 'free'): Run {
  return startRun(approval, { plan, seed: 'seed', startedAt: 0 })
}

function after(run: Run, ...events: RunEvent[]): Run {
  return events.reduce((now, event) => {
    const result = step(now, event)
    if (!result.ok) throw new Error(`${event.type}: ${result.message}`)
    return result.run
  }, run)
}

function refusal(result: StepResult): string | null {
  return result.ok ? null : result.code
}

const save = (data: Record<string, string | number>): RunEvent => ({
  type: 'SAVE_REQUEST',
  data: { who: 'p1', what: 'x', ...data },
  at: 5,
})

test('a run begins in the initial state of its role, with the world of the demo', () => {
  const run = begin()
  expect(run).toMatchObject({
    states: ['requests'],
    role: 'employee',
    status: 'active',
    path: ['requests'],
    steps: 0,
  })
  expect(run.world).toEqual(approval.demo.world)
  expect(startRun(fulfilment, { plan: 'free', role: 'finance', seed: '', startedAt: 0 }).states).toEqual([
    'to-pack',
    'to-bill',
  ])
})

test('an unknown plan or role cannot begin', () => {
  for (const start of [
    { plan: 'gold' },
    { plan: 'free', role: 'manager' },
    { plan: 'free', role: 'constructor' },
  ]) {
    try {
      startRun(approval, { seed: '', startedAt: 0, ...start })
      expect.unreachable()
    } catch (error) {
      expect(isDomainError(error) && error.code).toBe('invalid-input')
    }
  }
})

test('a run goes to success: path, tasks, role and outcome follow', () => {
  const run = after(
    begin(),
    { type: 'NEW_REQUEST', at: 1 },
    save({ amount: 5_000 }),
    { type: 'ADD_REASON', data: { reason: 'backups' }, at: 6 },
    { type: 'CHECK', at: 7 },
    { type: '@hint', at: 8 },
    { type: 'APPROVE', data: { fast: false }, at: 9 },
  )
  expect(run).toMatchObject({
    status: 'done',
    outcome: 'success',
    role: 'employee',
    hints: 1,
    steps: 5,
    events: 6,
    lastAt: 9,
  })
  expect(run.path).toEqual(['requests', 'new-request', 'fix-request', 'waiting', 'checked', 'approved'])
  expect(run.pathAt).toEqual([0, 1, 5, 6, 7, 9])
  const offeredAt = 0
  expect(run.tasks).toEqual({
    ask: { offeredAt, doneAt: 5 },
    approve: { offeredAt, doneAt: 9 },
    check: { offeredAt, doneAt: 7 },
  })
  expect(refusal(step(run, { type: 'NEW_REQUEST', at: 10 }))).toBe('ended')
})

test('the example of a form on screen counts as help, once before its step', () => {
  const run = after(begin(), { type: 'NEW_REQUEST', at: 1 })
  const form = offeredControls(run).find((one) => one.kind === 'form')?.id ?? ''
  const example: RunEvent = { type: '@example', data: { form }, at: 2 }
  expect(after(run, example)).toMatchObject({
    hints: 1,
    hinted: true,
    steps: 1,
    events: 2,
    states: run.states,
  })
  expect(after(run, example, { type: '@hint', at: 3 }, example)).toMatchObject({ hints: 1, events: 4 })
  const saved = after(run, example, save({ amount: 1 }), { type: '@hint', at: 9 })
  expect(saved).toMatchObject({ hints: 2, steps: 2, events: 4 })
})

test('ordered alternatives: the first that holds is taken', () => {
  const run = after(begin(), { type: 'NEW_REQUEST', at: 1 })
  expect(after(run, save({ amount: 5_000 })).states).toEqual(['fix-request'])
  expect(after(run, save({ amount: 5_000, reason: 'needed' })).states).toEqual(['waiting'])
})

test('a step says which transitions were taken and which states entered', () => {
  const run = after(
    startRun(fulfilment, { plan: 'free', seed: '', startedAt: 0 }),
    { type: 'BEGIN', at: 1 },
    { type: 'PACK', at: 2 },
  )
  const result = step(run, { type: 'PACK', at: 3 })
  expect(result).toMatchObject({
    ok: true,
    entered: ['packed'],
    taken: [
      'machine.states.both.states.packing.states.to-pack.on.PACK',
      'machine.states.both.states.packing.states.to-pack.always',
    ],
  })
})

test('parallel states end together, and states passed through are not in the path', () => {
  const run = after(
    startRun(fulfilment, { plan: 'free', seed: '', startedAt: 0 }),
    ...['BEGIN', 'PACK', 'INVOICE', 'PACK'].map((type, at) => ({ type, at })),
  )
  expect(run).toMatchObject({ status: 'done', outcome: 'success', states: ['finished'] })
  expect(run.path).toEqual(['start', 'to-pack', 'to-bill', 'billed', 'finished'])
  expect(run.pathAt).toEqual([0, 0, 0, 2, 3])
})

test.each<[string, unknown, string]>([
  ['an unknown event', { type: 'FLY', at: 1 }, 'unknown-event'],
  ['an event of the library', { type: 'xstate.stop', at: 1 }, 'unknown-event'],
  ['an event of another screen', { type: 'CHECK', at: 1 }, 'not-offered'],
  ['a locked control', { type: 'APPROVE_ALL', at: 1 }, 'locked'],
  ['a list without rows', { type: 'OPEN_REQUEST', data: { id: 'x' }, at: 1 }, 'not-offered'],
  ['data that the control does not send', { type: 'NEW_REQUEST', data: { a: 1 }, at: 1 }, 'bad-payload'],
  ['a moment before the start', { type: 'NEW_REQUEST', at: -1 }, 'bad-payload'],
  ['no moment', { type: 'NEW_REQUEST', at: Number.NaN }, 'bad-payload'],
  ['a hint with data', { type: '@hint', data: { a: 1 }, at: 1 }, 'bad-payload'],
  ['an example of no form', { type: '@example', at: 1 }, 'bad-payload'],
  ['an example that is not on screen', { type: '@example', data: { form: 'x' }, at: 1 }, 'not-offered'],
  ['nothing', null, 'bad-payload'],
])('%s is refused and leaves the run as it was', (_, event, code) => {
  const run = begin()
  const before = canonicalRun(run)
  expect(refusal(step(run, event as RunEvent))).toBe(code)
  expect(canonicalRun(run)).toBe(before)
})

test('a control that is unlocked on the other plan is offered there, and a guard may still refuse it', () => {
  expect(refusal(step(begin('premium'), { type: 'APPROVE_ALL', at: 1 }))).toBe('not-taken')
})

test('an event earlier than the last one counts as simultaneous', () => {
  const run = after(begin(), { type: 'NEW_REQUEST', at: 50 }, save({ amount: 1 }))
  expect(run.lastAt).toBe(50)
})

test('an expression that fails is a refusal that names its place, and the run stays as it was', () => {
  const compiled = compiledFrom(approvalSource.replace('to: world.checks + 1', 'to: "world.people[7].name"'))
  const run = after(
    startRun(compiled, { plan: 'free', seed: '', startedAt: 0 }),
    { type: 'NEW_REQUEST', at: 1 },
    save({ amount: 1 }),
  )
  const before = canonicalRun(run)
  expect(step(run, { type: 'CHECK', at: 9 })).toMatchObject({
    ok: false,
    code: 'failed',
    at: 'machine.states.review.states.waiting.on.CHECK.do.0.to',
  })
  expect(canonicalRun(run)).toBe(before)
})

test('a condition of a control that fails is a refusal when the control is meant', () => {
  const compiled = compiledFrom(
    approvalSource.replace('if: world.checks > 0 || plan == "premium"', `if: "world.people[7].name == ''"`),
  )
  const run = after(
    startRun(compiled, { plan: 'free', seed: '', startedAt: 0 }),
    { type: 'NEW_REQUEST', at: 1 },
    save({ amount: 1 }),
  )
  expect(refusal(step(run, { type: 'APPROVE', at: 9 }))).toBe('failed')
  expect(refusal(step(run, { type: 'CHECK', at: 9 }))).toBeNull()
})

test('a cycle of always is a refusal, not an endless loop', () => {
  const circle = fulfilmentSource.replace(
    'closing: { always: finished }',
    'closing: { always: { if: world.packed, to: spin } }\n    spin: { always: { if: world.packed, to: closing } }',
  )
  const run = after(
    startRun(compiledFrom(circle), { plan: 'free', seed: '', startedAt: 0 }),
    ...['BEGIN', 'PACK', 'PACK'].map((type, at) => ({ type, at })),
  )
  expect(refusal(step(run, { type: 'INVOICE', at: 9 }))).toBe('failed')
})

test('a run takes a bounded number of events', () => {
  expect(refusal(step({ ...begin(), events: MAX_EVENTS }, { type: 'NEW_REQUEST', at: 1 }))).toBe('ended')
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

test('step is pure: a frozen run gives the same result twice', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(999), { maxLength: 12 }), fc.nat(999), (choices, choice) => {
      const { run } = walkByChoices(begin('premium'), choices)
      deepFreeze(run.world)
      Object.freeze(run)
      const before = canonicalRun(run)
      const samples = offeredControls(run).flatMap((one) =>
        one.samples.map((data) => ({ type: one.send, data, at: 99_999 })),
      )
      const event = samples[choice % Math.max(1, samples.length)]
      if (!event) return
      const [one, two] = [step(run, event), step(run, event)]
      expect(one.ok && canonicalRun(one.run)).toEqual(two.ok && canonicalRun(two.run))
      expect(canonicalRun(run)).toBe(before)
    }),
  )
})

test('the form accepts each sample that its control offers', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(999), { maxLength: 12 }), (choices) => {
      const { run } = walkByChoices(begin(), choices)
      for (const control of offeredControls(run))
        for (const data of control.samples)
          expect(refusal(step(run, { type: control.send, data, at: 0 }))).not.toBe('bad-payload')
    }),
  )
})

const someTypes = fc.constantFrom(
  'NEW_REQUEST',
  'SAVE_REQUEST',
  'OPEN_REQUEST',
  'APPROVE',
  '@hint',
  '*',
  '',
  '__proto__',
)
const garbage = fc.oneof(
  fc.anything(),
  fc.record({
    type: fc.oneof(someTypes, fc.string()),
    at: fc.oneof(fc.nat(), fc.double()),
    data: fc.anything({ withNullPrototype: true }),
  }),
)

test('step never throws and never changes the run it was given, whatever the event', () => {
  const runs = [
    begin(),
    after(begin(), { type: 'NEW_REQUEST', at: 1 }),
    after(begin(), { type: 'NEW_REQUEST', at: 1 }, save({ amount: 1 })),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...runs), garbage, (run, event) => {
      const before = canonicalRun(run)
      const result = step(run, event as RunEvent)
      expect(canonicalRun(run)).toBe(before)
      if (result.ok) expect(() => JSON.parse(canonicalRun(result.run)) as unknown).not.toThrow()
    }),
    { numRuns: tries(500) },
  )
})

test('configurations that behave alike have the same key, whatever the path to them', () => {
  const one = after(begin(), { type: 'NEW_REQUEST', at: 1 })
  const two = after(begin(), { type: '@hint', at: 1 }, { type: 'NEW_REQUEST', at: 70 })
  expect(configurationKey(one)).toBe(configurationKey(two))
  expect(configurationKey(one)).not.toBe(configurationKey(begin()))
})
