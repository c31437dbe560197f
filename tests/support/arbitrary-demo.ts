import fc from 'fast-check'
import type { CompiledDemo } from '~/domain/demo/compile'
import { button, compiledDemo, screen } from './small-demo'

const EVENTS = ['GO', 'TURN', 'SAVE']

const guard = fc.constantFrom(undefined, 'world.x == 0', 'world.y > 0', 'world.flag', 'plan == "premium"')

const operation = fc.constantFrom(
  { set: 'world.x', to: 'world.x == 2 ? 0 : world.x + 1' },
  { set: 'world.y', to: '1' },
  { set: 'world.y', to: '0' },
  { set: 'world.flag', to: 'true' },
)

const transition = (targets: string[]) =>
  fc.record(
    { if: guard, do: fc.array(operation, { maxLength: 2 }), to: fc.constantFrom(...targets, undefined) },
    { requiredKeys: ['do'] },
  )

const state = (targets: string[]) =>
  fc.dictionary(fc.constantFrom(...EVENTS), fc.array(transition(targets), { minLength: 1, maxLength: 2 }), {
    maxKeys: 3,
    noNullPrototype: true,
  })

/** Small demos of any shape: with dead ends, circles, tasks that exclude each other, states that nothing leads to. */
export const arbitraryDemo: fc.Arbitrary<CompiledDemo> = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `s${index}`)
    const states = fc.tuple(...ids.map(() => state([...ids, 'won', 'lost'])))
    return fc.tuple(fc.constant(ids), states, fc.boolean())
  })
  .map(([ids, states, optional]) =>
    compiledDemo({
      plans: ['free', 'premium'],
      world: { x: 0, y: 0, flag: false },
      screens: { main: screen('Main', ...EVENTS.map((event) => button(event))) },
      states: {
        ...Object.fromEntries(ids.map((id, index) => [id, { screen: 'main', on: states[index] }])),
        won: { final: 'success' },
        lost: { final: 'other' },
      },
      tasks: {
        flag: { title: { en: 'Flag' }, done: 'world.flag', weight: 2 },
        turned: { title: { en: 'Turned' }, done: 'world.x == 2 && world.y == 0', weight: 1, optional },
      },
    }),
  )
