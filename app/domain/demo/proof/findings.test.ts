import { expect, test } from 'vitest'
import { button, compiledDemo, screen } from '#tests/support/small-demo'

import type { CompiledDemo } from '../engine/compile'
import { prove } from './prove'
import { describeProof } from './report/describe-findings'

/** All findings of a demo's proof, described in English. */
const problemsOf = (compiled: CompiledDemo) => describeProof(compiled, prove(compiled), 'en')

/** Findings without words: code, place and severity. */
const found = (compiled: CompiledDemo) =>
  problemsOf(compiled).map(({ code, at, severity }) => [code, at, severity])

const go = { main: screen('Main', button('GO')) }

test('a condition that never holds is told at the condition, over all plans together', () => {
  const demo = (condition: string) =>
    compiledDemo({
      plans: ['free', 'premium'],
      world: { n: 1 },
      screens: go,
      states: {
        start: { screen: 'main', on: { GO: [{ if: condition, to: 'end' }, { to: 'end' }] } },
        end: { final: 'success' },
      },
    })
  expect(found(demo('world.n > 1'))).toEqual([
    ['guard-never-true', 'machine.states.start.on.GO.0.if', 'warning'],
  ])
  expect(found(demo('plan == "free"'))).toEqual([])
})

test('a condition that always holds is told, and so is each alternative that it leaves nothing for', () => {
  const demo = compiledDemo({
    world: { n: 1 },
    screens: go,
    states: {
      start: { screen: 'main', on: { GO: [{ if: 'world.n > 0', to: 'end' }, { to: 'end' }] } },
      end: { final: 'success' },
    },
  })
  expect(found(demo)).toEqual([
    ['untaken-transition', 'machine.states.start.on.GO.1', 'warning'],
    ['guard-never-false', 'machine.states.start.on.GO.0.if', 'warning'],
  ])
  expect(problemsOf(demo)[0]?.message).toContain(
    'the one before it (machine.states.start.on.GO.0) is always taken',
  )
  expect(problemsOf(demo)[1]?.message).toContain('The alternatives after it are never tried.')
})

test('of conditions nothing is said when the budget ends first, or when they fail', () => {
  const counting = compiledDemo({
    world: { n: 0 },
    screens: { main: screen('Main', button('ADD'), button('GO')) },
    states: {
      start: {
        screen: 'main',
        on: {
          ADD: { if: 'world.n >= 0', do: [{ set: 'world.n', to: 'world.n + 1' }] },
          GO: { if: 'world.n < 1000', to: 'end' },
        },
      },
      end: { final: 'success' },
    },
  })
  expect(
    describeProof(counting, prove(counting, { maxConfigurations: 50 }), 'en').map(({ code }) => code),
  ).toEqual(['budget-exhausted'])
  const failing = compiledDemo({
    world: { list: [] },
    screens: go,
    states: {
      start: { screen: 'main', on: { GO: [{ if: 'world.list[0].x', to: 'end' }, { to: 'end' }] } },
      end: { final: 'success' },
    },
  })
  expect(problemsOf(failing).map(({ code }) => code)).not.toContain('guard-never-true')
})

const onOff = (done: string) =>
  compiledDemo({
    world: { on: false },
    screens: { main: screen('Main', button('SWITCH_ON'), button('SWITCH_OFF'), button('GO')) },
    states: {
      start: {
        screen: 'main',
        on: {
          SWITCH_ON: { do: [{ set: 'world.on', to: 'true' }] },
          SWITCH_OFF: { do: [{ set: 'world.on', to: 'false' }] },
          GO: 'end',
        },
      },
      end: { final: 'success' },
    },
    tasks: { lit: { title: { en: 'Light it' }, done, weight: 1 } },
  })

test('a task whose condition ceases to hold is told with the steps, and that it can hold again', () => {
  const [undone, ...others] = problemsOf(onOff('world.on'))
  expect(others).toEqual([])
  expect(undone).toMatchObject({
    code: 'task-undone-later',
    at: 'tasks.lit.done',
    severity: 'warning',
    message: expect.stringContaining('It can become true again later, and counts once.'),
    steps: ['As Sales, on “Main”, press “Switch on”', 'As Sales, on “Main”, press “Switch off”'],
  })
})

test('a task that nobody has to do is an error, one that a plan need not do a warning there', () => {
  expect(found(onOff('!world.on'))).toEqual([
    ['task-undone-later', 'tasks.lit.done', 'warning'],
    ['task-done-at-start', 'tasks.lit.done', 'error'],
  ])
  const onOnePlan = compiledDemo({
    plans: ['free', 'premium'],
    world: { gone: false },
    screens: go,
    states: {
      start: { screen: 'main', on: { GO: { do: [{ set: 'world.gone', to: 'true' }], to: 'end' } } },
      end: { final: 'success' },
    },
    tasks: { go: { title: { en: 'Go' }, done: 'world.gone || plan == "premium"', weight: 1 } },
  })
  expect(problemsOf(onOnePlan)).toMatchObject([
    {
      code: 'task-done-at-start',
      severity: 'warning',
      message: expect.stringContaining('as Sales on premium'),
    },
  ])
})

/** Two parallel regions: the lorry may leave at any time, and the parcel is loaded only while it is there. */
const loading = (more: Record<string, unknown> = {}) =>
  compiledDemo({
    world: { here: true },
    screens: {
      parcel: screen('Parcel', button('LOAD')),
      lorry: screen('Lorry', button('DRIVE_OFF')),
      gate: screen('Gate', button('LEAVE')),
    },
    states: {
      yard: {
        type: 'parallel',
        onDone: 'sent',
        title: { en: 'Yard' },
        states: {
          parcel: {
            initial: 'on-ramp',
            states: {
              'on-ramp': {
                screen: 'parcel',
                title: { en: 'On the ramp' },
                on: { LOAD: { if: 'world.here', to: 'loaded' } },
              },
              loaded: { final: 'done' },
            },
          },
          lorry: {
            initial: 'at-ramp',
            states: {
              'at-ramp': {
                screen: 'lorry',
                on: { DRIVE_OFF: { do: [{ set: 'world.here', to: 'false' }], to: 'driven-off' } },
              },
              'driven-off': { final: 'done', title: { en: 'Driven off' } },
            },
          },
        },
        ...more,
      },
      sent: { final: 'success' },
    },
  })

test('a part that another one blocks for good is told as that, not as a place to be stranded', () => {
  expect(problemsOf(loading())).toMatchObject([
    {
      code: 'parallel-blocked',
      severity: 'error',
      at: 'machine.states.yard.states.parcel.states.on-ramp',
      message: expect.stringContaining(
        'Inside “Yard”, “On the ramp” can go no further once the other part has reached “Driven off”: both are stuck',
      ),
      steps: ['As Sales, on “Lorry”, press “Drive off”'],
    },
  ])
})

test('where the whole can still be left, a blocked part is a warning', () => {
  expect(problemsOf(loading({ on: { LEAVE: 'sent' }, screen: 'gate' }))).toMatchObject([
    {
      code: 'parallel-blocked',
      severity: 'warning',
      message: expect.stringContaining('only leaving both helps'),
    },
  ])
})

test('a place with controls from which no success is left is stranded, one without any is a dead end', () => {
  const demo = (stuck: object) =>
    compiledDemo({
      screens: {
        main: screen('Main', button('GO'), button('STOP')),
        round: screen('Round', button('TURN')),
        empty: screen('Empty'),
      },
      states: {
        start: { screen: 'main', on: { GO: 'end', STOP: 'stuck' } },
        stuck,
        end: { final: 'success' },
      },
    })
  expect(found(demo({ screen: 'round', on: { TURN: 'stuck' } }))).toEqual([
    ['stranded', 'machine.states.stuck', 'error'],
  ])
  expect(found(demo({ screen: 'empty' }))).toEqual([['dead-end', 'machine.states.stuck', 'error']])
})

test('a control on show where nothing takes its event is told with the states in question', () => {
  const demo = compiledDemo({
    screens: { main: screen('Main', button('GO'), button('BACK')) },
    states: {
      first: { screen: 'main', title: { en: 'First' }, on: { GO: 'second' } },
      second: { screen: 'main', on: { GO: 'end', BACK: 'first' } },
      end: { final: 'success' },
    },
  })
  expect(problemsOf(demo)).toMatchObject([
    {
      code: 'control-without-taker',
      at: 'screens.main.blocks.1.button',
      severity: 'warning',
      message: expect.stringContaining('shown in “First”, where nothing takes BACK'),
    },
  ])
})

test('a transition for which its state shows no control is told as that', () => {
  const demo = compiledDemo({
    screens: { main: screen('Main', button('GO')), other: screen('Other', button('GO'), button('BACK')) },
    states: {
      first: { screen: 'main', title: { en: 'First' }, on: { GO: 'second', BACK: 'end' } },
      second: { screen: 'other', on: { GO: 'end', BACK: 'first' } },
      end: { final: 'success' },
    },
  })
  expect(problemsOf(demo)).toMatchObject([
    {
      code: 'transition-without-control',
      at: 'machine.states.first.on.BACK',
      severity: 'warning',
      message: expect.stringContaining('“First” takes BACK, but nothing on “Main” ever sends it'),
    },
  ])
})

test('findings are told in the language asked for, with the texts of the demo in it, else in its first', () => {
  const demo = compiledDemo({
    roles: { sales: { name: { en: 'Sales', zh: '销售' } } },
    screens: { main: screen('Main', button('GO'), button('STOP')), empty: screen('Empty') },
    states: {
      start: { screen: 'main', on: { GO: 'end', STOP: 'stuck' } },
      stuck: { screen: 'empty', title: { en: 'Stuck', es: 'Atascado' } },
      end: { final: 'success' },
    },
  })
  const proof = prove(demo)
  expect(describeProof(demo, proof, 'es')).toMatchObject([
    {
      lang: 'es',
      message: expect.stringContaining('«Atascado» es un callejón sin salida'),
      steps: ['Como Sales, en «Main», pulse «Stop»'],
    },
  ])
  expect(describeProof(demo, proof, 'zh')).toMatchObject([
    { message: expect.stringContaining('“Stuck”是死胡同'), steps: ['以销售身份，在“Main”界面，点击“Stop”'] },
  ])
})
