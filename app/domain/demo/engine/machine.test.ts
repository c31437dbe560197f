import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { smallDemo } from '#tests/support/small-demo'
import { readChart } from './chart'
import { parseExpression } from '../expression/expression'
import { buildMachine, type DemoMachine, type MachineContext, type StepScope } from './machine'

const EVENTS = ['A', 'B', 'C']

/** Ids are given in document order, parents before children. */
type Shape = {
  kind: 'leaf' | 'nested' | 'parallel' | 'final'
  children: Shape[]
  rules: Rule[]
  counts: boolean
}
type Rule = { on: string; if: string | undefined; counts: boolean; target: number | null }

const rule: fc.Arbitrary<Rule> = fc.record({
  on: fc.constantFrom(...EVENTS, ...EVENTS, 'always', 'onDone'),
  if: fc.constantFrom(undefined, 'world.n % 2 == 0', 'world.n < 4', 'world.n / 0 > 1', 'event.big'),
  counts: fc.boolean(),
  target: fc.option(fc.nat(30)),
})

const { shape } = fc.letrec<{ shape: Shape; leaf: Shape }>((tie) => ({
  leaf: fc.record({
    kind: fc.constantFrom('leaf', 'leaf', 'final'),
    children: fc.constant([]),
    rules: fc.array(rule, { maxLength: 4 }),
    counts: fc.boolean(),
  }),
  shape: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.record({
      kind: fc.constantFrom('nested', 'parallel'),
      children: fc.array(tie('shape'), { minLength: 1, maxLength: 2 }),
      rules: fc.array(rule, { maxLength: 3 }),
      counts: fc.boolean(),
    }),
  ),
}))

const count = [{ set: 'world.n', to: 'world.n + 1' }]

const sizeOf = (one: Shape): number => one.children.reduce((sum, child) => sum + sizeOf(child), 1)

/** The states of these shapes. A target is an index modulo their number. */
function statesOf(shapes: readonly Shape[]): Record<string, unknown> {
  const total = shapes.reduce((sum, one) => sum + sizeOf(one), 0)
  let next = 0
  const write = (one: Shape): [string, unknown] => {
    const id = `s${next++}`
    const children = one.children.map(write)
    const rules = one.kind === 'final' ? [] : one.rules
    const ruled = (on: string) =>
      rules
        .filter((each) => each.on === on)
        .map((each) => ({
          ...(each.if && { if: each.if }),
          ...(each.counts && { do: count }),
          ...(each.target !== null && { to: `#s${each.target % total}` }),
        }))
    const events = EVENTS.filter((event) => ruled(event).length > 0)
    const state = {
      ...(one.counts && { entry: count }),
      ...(one.kind === 'final' && { final: 'done' }),
      ...(one.kind === 'parallel' && { type: 'parallel' }),
      ...(one.kind === 'nested' && { initial: children[0]?.[0] }),
      ...(children.length > 0 && { states: Object.fromEntries(children) }),
      ...(events.length > 0 && { on: Object.fromEntries(events.map((event) => [event, ruled(event)])) }),
      ...(ruled('always').length > 0 && { always: ruled('always') }),
      ...(children.length > 0 && ruled('onDone').length > 0 && { onDone: ruled('onDone') }),
    }
    return [id, state]
  }
  return Object.fromEntries(shapes.map(write))
}

type Sent = { type: string; big: boolean }

/** Everything observable of a machine while it takes these events, including exceptions. */
function observe(machine: DemoMachine, events: readonly Sent[]): unknown[] {
  let context: MachineContext = { world: { n: 0 }, role: 'sales', ids: 0 }
  let place: ReturnType<DemoMachine['start']> | null = null
  return [{ type: '', big: false }, ...events].map((event) => {
    const asked: unknown[] = []
    const scope: StepScope = {
      ...{ context, plan: 'free', can: {}, seed: 's', now: 0, event, entered: [], taken: [], failure: null },
      watch: (...answer) => asked.push(answer),
    }
    try {
      const next = place ? machine.next(place, scope) : machine.start(scope)
      if (next.status === 'done') place = null
      else place = event.big ? machine.restore(next.value, false) : next
      context = scope.context
      const { value, status } = next
      return [value, status, context, scope.entered, scope.taken, asked]
    } catch (error) {
      const said = scope.failure?.message ?? (error as Error).message
      return [said, scope.context, scope.entered, scope.taken, asked]
    }
  })
}

test('a machine that remembers behaves as XState does, whatever the chart', () => {
  const event = fc.record({ type: fc.constantFrom(...EVENTS), big: fc.boolean() })
  const walks = fc.array(fc.array(event, { maxLength: 6 }), { minLength: 2, maxLength: 3 })
  const property = fc.property(
    fc.array(shape, { minLength: 1, maxLength: 3 }),
    walks,
    fc.constantFrom(3, 20, undefined),
    (shapes, sent, limit) => {
      const demo = smallDemo({ screens: {}, states: statesOf(shapes), world: { n: 0 } })
      const build = (remember?: number) => buildMachine(readChart(demo), 's0', parseExpression, remember)
      const [plain, remembering] = [build(0), build(limit)]
      for (const events of sent) expect(observe(remembering, events)).toEqual(observe(plain, events))
    },
  )
  fc.assert(property, { numRuns: tries(60) })
})

test('a branch that was taken before calls no guard twice and no action twice', () => {
  const demo = smallDemo({
    screens: {},
    world: { n: 0 },
    states: {
      s0: {
        on: {
          A: [
            { if: 'world.n < 2', do: count, to: '#s1' },
            { if: 'event.big', to: '#s2' },
          ],
        },
      },
      s1: { entry: count, always: '#s0' },
      s2: { final: 'success' },
    },
  })
  const machine = buildMachine(readChart(demo), 's0', parseExpression)
  const seen = observe(machine, [
    { type: 'A', big: true },
    { type: 'A', big: true },
  ])
  expect(seen[1]).toMatchObject([
    's0',
    'active',
    { world: { n: 2 } },
    ['s1', 's0'],
    { length: 2 },
    { length: 1 },
  ])
  expect(seen[2]).toMatchObject(['s2', 'done', { world: { n: 2 } }, ['s2'], { length: 1 }, { length: 2 }])
})
