import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { arbitraryDemo, arbitraryProcess } from '#tests/support/arbitrary-demo'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { compare, type ComparedInput, type Comparison } from './compare'
import type { CompiledDemo } from '../engine/compile'
import { compiledFrom } from '../fixtures/compiled'
import { approvalSource } from '../fixtures/approval'
import { walkByChoices } from '../fixtures/walk'
import { worksOf } from './input-work'
import { canonicalJson } from '~/domain/json'
import { prove } from '../proof/prove'
import { canonicalRun } from '../engine/replay'
import { startRun } from '../engine/run'
import { Ways } from '../engine/way/ways'

const compiled = compiledFrom(approvalSource)
const given = { seed: 's', startedAt: 0 }
const both = { ...given, plans: ['free', 'premium'] as const }
const events = (comparison: Comparison, side: 'left' | 'right') =>
  comparison[side].steps.map(({ event, origin }) => (origin === 'own' ? `(${event.type})` : event.type))
const input = (type: string, data?: ComparedInput['data'], at = 0): ComparedInput =>
  data ? { type, data, at } : { type, at }
const SAVE = input('SAVE_REQUEST', { who: 'p1', what: 'Laptop', amount: 900 })

test('without inputs each plan goes its ideal way, and steps that only one needs are extra', () => {
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

test('inputs that a plan cannot take are bridged by its own way and marked as substitutes', () => {
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

test('a plan compared with itself has no differences', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('free', 'premium'),
      fc.array(fc.nat(500), { maxLength: 12 }),
      (plan, choices) => {
        const { trace } = walkByChoices(startRun(compiled, { ...given, plan }), choices)
        const found = compare(compiled, { ...given, plans: [plan, plan] }, trace)
        expect(found.differences).toEqual([])
        expect([found.left.extra, found.right.extra]).toEqual([[], []])
        expect(found.left.blocked).toEqual(found.right.blocked)
        expect(canonicalRun(found.left.end)).toBe(canonicalRun(found.right.end))
      },
    ),
    { numRuns: tries(30) },
  )
})

test('the plan on which a trace was made takes all of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('free', 'premium'),
      fc.array(fc.nat(500), { maxLength: 12 }),
      (plan, choices) => {
        const { trace } = walkByChoices(startRun(compiled, { ...given, plan }), choices)
        const { left } = compare(compiled, { ...given, plans: [plan, 'free'] }, trace)
        const asked = trace.filter((event) => event.type !== '@hint').map((event) => event.type)
        expect(left.blocked).toEqual([])
        expect(left.steps.filter((one) => one.origin === 'input').map((one) => one.event.type)).toEqual(asked)
      },
    ),
    { numRuns: tries(30) },
  )
})

/** A count by day: on the free plan the first one is checked late, on premium at once, with an error text. */
const counting = compiledDemo({
  plans: ['free', 'premium'],
  world: { day: 1, said: '', first: 0 },
  screens: {
    count: screen('Count', {
      form: {
        send: 'COUNT',
        submit: { en: 'Count' },
        fields: [{ name: 'qty', kind: 'number', label: { en: 'Cases' } }],
        samples: [{ qty: 24 }, { qty: 20 }],
      },
    }),
    day: screen('Day', button('NEXT_DAY')),
    wrong: screen('Wrong', button('PUT_RIGHT')),
  },
  states: {
    count: {
      screen: 'count',
      on: {
        COUNT: [
          {
            if: `plan == 'premium' && event.qty != 24`,
            do: [{ set: 'world.said', to: `event.qty > 24 ? 'too many' : 'too few'` }],
          },
          { if: 'world.day == 2', to: 'end' },
          { if: 'event.qty == 24', to: 'day' },
          { to: 'wrong' },
        ],
      },
    },
    wrong: { screen: 'wrong', on: { PUT_RIGHT: 'day' } },
    day: { screen: 'day', on: { NEXT_DAY: { do: [{ set: 'world.day', to: '2' }], to: 'count' } } },
    end: { final: 'success' },
  },
})
const waysOf = (compiled: CompiledDemo) => {
  const { runs } = prove(compiled)
  return (plan: string) => {
    const graph = runs.find((run) => run.plan === plan)?.ways
    return graph ? new Ways(compiled, graph) : null
  }
}

test('an input is not taken early because it changes an error text, nor one of the next day', () => {
  const trace = [
    input('COUNT', { qty: 30 }),
    input('PUT_RIGHT'),
    input('NEXT_DAY'),
    input('COUNT', { qty: 20 }),
  ]
  const found = compare(counting, { ...both, tried: 'free', ways: waysOf(counting) }, trace)
  expect(events(found, 'left')).toEqual(['COUNT', 'PUT_RIGHT', 'NEXT_DAY', 'COUNT'])
  expect(events(found, 'right')).toEqual(['(COUNT)', 'NEXT_DAY', '(COUNT)'])
  expect(found.right.blocked.map(({ event, code }) => [event.type, code])).toEqual([
    ['COUNT', 'other-work'],
    ['PUT_RIGHT', 'not-offered'],
    ['COUNT', 'other-work'],
  ])
})

test('an attempt without effect is shown where it was made, and is no step that the plan needs', () => {
  const trace = [input('COUNT', { qty: 20 }), input('COUNT', { qty: 24 }), input('NEXT_DAY')]
  const found = compare(counting, { ...both, tried: 'premium', ways: waysOf(counting) }, trace)
  expect(events(found, 'right')).toEqual(['COUNT', 'COUNT', 'NEXT_DAY', '(COUNT)'])
  expect(found.right.steps.map(({ works }) => works)).toEqual([false, true, true, true])
  expect(events(found, 'left')).toEqual(['COUNT', 'NEXT_DAY', '(COUNT)'])
  expect(found.rows[0]).toEqual([null, 0])
  expect([found.left.extra, found.right.extra]).toEqual([[], []])
})

test('an input is aligned with itself, not with an attempt with other data in the same place', () => {
  const form = {
    send: 'CONFIRM',
    submit: { en: 'Confirm' },
    fields: [{ name: 'qty', kind: 'number', label: { en: 'Cases' } }],
    samples: [{ qty: 24 }, { qty: 30 }],
  }
  const picking = compiledDemo({
    plans: ['free', 'premium'],
    world: { said: '', qty: 0 },
    screens: {
      pick: screen('Pick', { form }),
      ship: screen('Ship', button('COUNT_AGAIN'), button('SHIP')),
    },
    states: {
      pick: {
        screen: 'pick',
        on: {
          CONFIRM: [
            { if: `plan == 'premium' && event.qty != 24`, do: [{ set: 'world.said', to: `'wrong'` }] },
            { do: [{ set: 'world.qty', to: 'event.qty' }], to: 'ship' },
          ],
        },
      },
      ship: { screen: 'ship', on: { COUNT_AGAIN: 'pick', SHIP: { if: 'world.qty == 24', to: 'end' } } },
      end: { final: 'success' },
    },
  })
  const wrong = input('CONFIRM', { qty: 30 })
  const trace = [wrong, input('COUNT_AGAIN'), input('CONFIRM', { qty: 24 }), input('SHIP')]
  const found = compare(picking, { ...both, tried: 'free', ways: waysOf(picking) }, trace)
  expect(events(found, 'right')).toEqual(['CONFIRM', 'SHIP'])
  expect(found.rows).toEqual([
    [0, null],
    [1, null],
    [2, 0],
    [3, 1],
  ])
  expect(found.left.extra).toEqual([0, 1])
})

test('a step on either side either is an input in its order that did the same work, or is marked as the plan’s own', () => {
  const property = fc.property(
    fc.oneof(arbitraryDemo, arbitraryProcess, fc.constantFrom(compiled, counting)),
    fc.boolean(),
    fc.array(fc.nat(500), { maxLength: 12 }),
    (compiled, last, choices) => {
      const plans = [compiled.plans[0] ?? '', compiled.plans.at(-1) ?? ''] as const
      const tried = last ? plans[1] : plans[0]
      const ways = waysOf(compiled)
      const begin = (plan: string) => startRun(compiled, { ...given, plan, ways: ways(plan) })
      const { trace } = walkByChoices(begin(tried), choices)
      const found = compare(compiled, { ...given, plans, tried, ways }, trace)
      for (const side of [found.left, found.right]) {
        const shown = side.steps.filter((one) => one.origin === 'input')
        const left = trace.filter((event) => !event.type.startsWith('@'))
        const works = worksOf(begin(tried), left)
        for (const { event, before, works: worked } of shown) {
          const at = left.findIndex((one) => canonicalJson(plain(one)) === canonicalJson(event))
          expect(at).toBeGreaterThanOrEqual(0)
          const [work] = works.splice(0, at + 1).slice(-1)
          left.splice(0, at + 1)
          if (side.plan === tried) continue
          expect([worked, work?.works]).toEqual([true, true])
          expect(
            before.states.some((id) => within(compiled, id, work?.place.split(' ').slice(1) ?? [])),
          ).toBe(true)
        }
      }
    },
  )
  fc.assert(property, { numRuns: tries(120) })
})

const plain = ({ type, data }: ComparedInput) => (data ? { type, data } : { type })

function within({ states }: CompiledDemo, leaf: string, places: readonly string[]): boolean {
  for (let id: string | null = leaf; id !== null; id = states.get(id)?.parent ?? null)
    if (places.includes(id)) return true
  return false
}

test('any trace is compared without an error and always with the same result', () => {
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
    { numRuns: tries(60) },
  )
})

function summary({ left, right, rows, differences }: Comparison): string {
  return canonicalJson([
    ...[canonicalRun(left.end), canonicalRun(right.end), left.blocked, right.blocked, rows],
    ...[left.extra, right.extra, differences],
  ])
}
