import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, type ComparedInput, type Comparison } from './compare'
import { compiledFrom } from './fixtures/compiled'
import { approvalSource } from './fixtures/approval'
import { walk } from './fixtures/walk'
import { canonicalJson } from './json'
import { canonicalRun } from './replay'
import { startRun } from './run'

const compiled = compiledFrom(approvalSource)
const given = { seed: 's', startedAt: 0 }
const both = { ...given, plans: ['free', 'premium'] as const }
const events = (comparison: Comparison, side: 'left' | 'right') =>
  comparison[side].steps.map(({ event, origin }) => (origin === 'own' ? `(${event.type})` : event.type))
const input = (type: string, data?: ComparedInput['data'], at = 0): ComparedInput =>
  data ? { type, data, at } : { type, at }
const SAVE = input('SAVE_REQUEST', { who: 'p1', what: 'Laptop', amount: 900 })

test('without inputs each plan goes its ideal way, and what the other does not need is extra', () => {
  const found = compare(compiled, both)
  expect(events(found, 'left')).toEqual(['NEW_REQUEST', 'SAVE_REQUEST', 'CHECK', 'APPROVE'])
  expect(events(found, 'right')).toEqual(['NEW_REQUEST', 'SAVE_REQUEST', 'APPROVE'])
  expect(found.left.extra).toEqual([2])
  expect(found.right.extra).toEqual([])
  expect(found.rows).toEqual([
    [0, 0],
    [1, 1],
    [2, null],
    [3, 2],
  ])
})

test('inputs that a plan cannot take are bridged by its own way and named as substitutes', () => {
  const trace = [input('NEW_REQUEST'), SAVE, input('APPROVE', { fast: false })]
  const found = compare(compiled, both, trace)
  expect(events(found, 'left')).toEqual(['NEW_REQUEST', 'SAVE_REQUEST', '(CHECK)', 'APPROVE'])
  expect(events(found, 'right')).toEqual(['NEW_REQUEST', 'SAVE_REQUEST', 'APPROVE'])
  expect(found.left.blocked).toEqual([])
})

test('a locked input is blocked, with its entitlement and its place', () => {
  const trace = [input('NEW_REQUEST'), SAVE, input('APPROVE_ALL')]
  const start = compare(compiled, both, [input('APPROVE_ALL'), ...trace])
  expect(start.left.blocked[0]).toMatchObject({
    event: { type: 'APPROVE_ALL' },
    code: 'locked',
    needs: 'bulk',
    at: 'screens.requests.blocks.2.button',
    states: ['requests'],
    afterSteps: 0,
  })
  expect(start.right.blocked[0]).toMatchObject({ code: 'not-taken', needs: null })
  expect(start.left.steps[0]?.locked).toMatchObject([{ needs: 'bulk', send: 'APPROVE_ALL' }])
  expect(start.left.outcome).toBe('success')
})

test('an unfinished trace is finished by the shortest way on both plans', () => {
  const found = compare(compiled, both, [input('NEW_REQUEST'), input('@hint')])
  expect(events(found, 'right')).toEqual(['NEW_REQUEST', '(SAVE_REQUEST)', '(APPROVE)'])
  expect([found.left.outcome, found.right.outcome]).toEqual(['success', 'success'])
})

test('worlds are compared row by row', () => {
  const found = compare(compiled, both, [input('NEW_REQUEST'), SAVE])
  expect(found.differences).toEqual([{ path: ['world', 'checks'], left: 1, right: 0 }])
})

test('a plan compared with itself differs in nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('free', 'premium'),
      fc.array(fc.nat(500), { maxLength: 12 }),
      (plan, choices) => {
        const { trace } = walk(startRun(compiled, { ...given, plan }), choices)
        const found = compare(compiled, { ...given, plans: [plan, plan] }, trace)
        expect(found.differences).toEqual([])
        expect([found.left.extra, found.right.extra]).toEqual([[], []])
        expect(found.left.blocked).toEqual(found.right.blocked)
        expect(canonicalRun(found.left.end)).toBe(canonicalRun(found.right.end))
      },
    ),
    { numRuns: 30 },
  )
})

test('the plan on which a trace was made takes all of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('free', 'premium'),
      fc.array(fc.nat(500), { maxLength: 12 }),
      (plan, choices) => {
        const { trace } = walk(startRun(compiled, { ...given, plan }), choices)
        const { left } = compare(compiled, { ...given, plans: [plan, 'free'] }, trace)
        const asked = trace.filter((event) => event.type !== '@hint').map((event) => event.type)
        expect(left.blocked).toEqual([])
        expect(left.steps.filter((one) => one.origin === 'input').map((one) => one.event.type)).toEqual(asked)
      },
    ),
    { numRuns: 30 },
  )
})

test('any trace is compared, without an error and alike each time', () => {
  const type = fc.oneof(fc.constantFrom(...compiled.events), fc.string())
  const data = fc.oneof(fc.constant(undefined), fc.object({ maxDepth: 1 }))
  const event = fc.record({ type, data, at: fc.oneof(fc.integer(), fc.double()) })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 10 }), (trace) => {
      const inputs = trace as ComparedInput[]
      const [once, again] = [compare(compiled, both, inputs), compare(compiled, both, inputs)]
      expect(summary(once)).toBe(summary(again))
      const { steps, blocked } = once.left
      const known = inputs.filter((one) => compiled.events.has(one.type)).length
      expect(steps.filter((one) => one.origin === 'input').length + blocked.length).toBe(known)
    }),
    { numRuns: 60 },
  )
})

function summary({ left, right, rows, differences }: Comparison): string {
  return canonicalJson([
    ...[canonicalRun(left.end), canonicalRun(right.end), left.blocked, right.blocked, rows],
    ...[left.extra, right.extra, differences],
  ])
}
