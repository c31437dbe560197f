import fc from 'fast-check'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
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

/** Small demos of any shape: with dead ends, cycles, mutually exclusive tasks and unreachable states. */
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

const step = (at: number, count: number) =>
  fc.record({
    guard,
    do: fc.array(operation, { maxLength: 1 }),
    aside: fc.option(fc.constantFrom('s0', `s${at}`, `s${Math.min(at + 2, count - 1)}`, 'trap', 'lost')),
  })

/**
 * Small demos with an exit from each state and with detours, some of them into a dead end. About a third can be
 * proven.
 */
export const arbitraryProcess: fc.Arbitrary<CompiledDemo> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => step(at, count))))
  .map((steps) => {
    const states = steps.map((one, at) => {
      const next = at + 1 < steps.length ? `s${at + 1}` : 'won'
      const turn = one.aside && { TURN: [{ ...(one.guard && { if: one.guard }), do: one.do, to: one.aside }] }
      const buttons = ['GO', ...(turn ? ['TURN'] : [])]
      return { id: `s${at}`, buttons, on: { GO: [{ do: one.do, to: next }], ...turn } }
    })
    const asides = new Set(steps.map((one) => one.aside))
    const screens = states.map(({ id, buttons }) => [
      id,
      screen(id, ...buttons.map((event) => button(event))),
    ])
    const trap = { screen: 'trap', on: { GO: [{ to: 'trap' }] } }
    return compiledDemo({
      plans: ['free', 'premium'],
      world: { x: 0, y: 0, flag: false },
      screens: { ...Object.fromEntries(screens), trap: screen('Trap', button('GO')) },
      states: {
        ...Object.fromEntries(states.map(({ id, on }) => [id, { screen: id, on }])),
        ...(asides.has('trap') && { trap }),
        won: { final: 'success' },
        ...(asides.has('lost') && { lost: { final: 'other' } }),
      },
      tasks: { low: { title: { en: 'Low' }, done: 'world.x == 1 || world.flag', weight: 1, optional: true } },
    })
  })

/** A condition of one part on the other: that it has reached a step, or not passed it. */
const asking = (other: string) =>
  fc.constantFrom(undefined, undefined, `world.${other} <= 0`, `world.${other} <= 1`, `world.${other} >= 1`)

/** One part of a parallel state: one to three steps, counted in the world. */
const part = (name: string, other: string) =>
  fc.array(asking(other), { minLength: 1, maxLength: 3 }).map((guards) => {
    const ids = [...guards.map((_, index) => `${name}${index}`), `${name}-done`]
    const states = guards.map((condition, index) => {
      const on = {
        ...(condition && { if: condition }),
        do: [{ set: `world.${name}`, to: `${index + 1}` }],
        to: ids[index + 1],
      }
      return [ids[index], { screen: name, on: { [name.toUpperCase()]: on } }]
    })
    const done = [`${name}-done`, { screen: 'main', final: 'done' }]
    return { initial: ids[0], states: Object.fromEntries([...states, done]) }
  })

/**
 * Small demos with parallel parts that wait for each other and block each other. Some can be left before both are
 * done.
 */
export const arbitraryParallelDemo: fc.Arbitrary<CompiledDemo> = fc
  .record({ left: part('left', 'right'), right: part('right', 'left'), exit: fc.boolean() })
  .map(({ left, right, exit }) =>
    compiledDemo({
      world: { left: 0, right: 0 },
      screens: {
        left: screen('Left', button('LEFT')),
        right: screen('Right', button('RIGHT')),
        main: screen('Main', ...(exit ? [button('LEAVE')] : [])),
      },
      states: {
        both: {
          type: 'parallel',
          screen: 'main',
          onDone: 'won',
          states: { left, right },
          ...(exit && { on: { LEAVE: 'won' } }),
        },
        won: { final: 'success' },
      },
    }),
  )
