import { expect, test } from 'vitest'
import { button, compiledDemo, screen, smallDemo } from '#tests/support/small-demo'

import { compileDemo, type CompiledDemo } from '../engine/compile'
import { prove } from './prove'
import { describeProof } from './report/describe-findings'

/** The findings of a demo's proof, in English. */
const problemsOf = (compiled: CompiledDemo) => describeProof(compiled, prove(compiled), 'en')

const amount = (send: string, samples: object[]) => ({
  form: {
    send,
    submit: { en: 'Save' },
    fields: [{ name: 'qty', kind: 'number', label: { en: 'Quantity' }, required: true, min: 0 }],
    samples,
  },
})

test('a demo in which everything can be seen and finished is proven, with its ideal path', () => {
  const proof = prove(
    compiledDemo({
      world: { saved: 0 },
      screens: {
        list: screen('Orders', button('NEW')),
        form: screen('New order', amount('SAVE', [{ qty: 3 }, { qty: 0 }]), button('BACK')),
        done: screen('Done'),
      },
      states: {
        list: { screen: 'list', on: { NEW: 'form' } },
        form: {
          screen: 'form',
          on: {
            BACK: 'list',
            SAVE: [
              { if: 'event.qty > 0', do: [{ set: 'world.saved', to: 'event.qty' }], to: 'paid' },
              { to: 'list' },
            ],
          },
        },
        paid: { screen: 'done', final: 'success' },
      },
      tasks: { save: { title: { en: 'Save one' }, done: 'world.saved > 0', weight: 1 } },
    }),
  )
  expect(proof).toEqual({
    status: 'proven',
    runs: [
      {
        plan: 'free',
        role: 'sales',
        status: 'proven',
        states: { reached: 3, total: 3, unreached: [] },
        transitions: { taken: 4, total: 4, untaken: [] },
        tasks: { done: 1, total: 1, undone: [] },
        configurations: 3,
        ideal: {
          events: [{ type: 'NEW' }, { type: 'SAVE', data: { qty: 3 } }],
          path: ['list', 'form', 'paid'],
        },
        ways: {
          left: [0, 2, 0, 1, 0, 0],
          moves: [[0], [2], [3], [1]],
          next: [[0, 1], [1, 2, 2, 0, 3, 0], []],
          otherwise: {},
          inputs: [],
        },
        inputs: [{ control: 'screens.form.blocks.0.form', send: 'SAVE', data: [{ qty: 3 }, { qty: 0 }] }],
        problems: [],
      },
    ],
  })
})

test('a state that nothing leads to fails the proof', () => {
  const proof = prove(
    compiledDemo({
      screens: { main: screen('Main', button('GO')) },
      states: {
        start: { screen: 'main', on: { GO: 'end' } },
        island: { screen: 'main', on: { GO: 'end' } },
        end: { final: 'success' },
      },
    }),
  )
  expect(proof.status).toBe('failed')
  expect(proof.runs[0]?.states).toEqual({ reached: 2, total: 3, unreached: ['island'] })
  expect(proof.runs[0]?.problems).toMatchObject([
    { code: 'unreachable-state', at: 'machine.states.island', severity: 'error' },
    { code: 'untaken-transition', at: 'machine.states.island.on.GO', severity: 'warning' },
  ])
})

test('a condition that no sample meets is a warning, and the proof names the inputs it speaks for', () => {
  const proof = prove(
    compiledDemo({
      screens: { main: screen('Main', amount('SAVE', [{ qty: 1 }])) },
      states: {
        start: { screen: 'main', on: { SAVE: [{ if: 'event.qty > 100', to: 'end' }, { to: 'end' }] } },
        end: { final: 'success' },
      },
    }),
  )
  expect(proof.status).toBe('proven')
  expect(proof.runs[0]?.problems).toMatchObject([
    { code: 'guard-never-true', at: 'machine.states.start.on.SAVE.0.if', severity: 'warning' },
  ])
  expect(proof.runs[0]?.inputs).toMatchObject([{ data: [{ qty: 1 }] }])
})

test('what only one plan takes is listed for the other plan but is no problem', () => {
  const proof = prove(
    compiledDemo({
      plans: ['free', 'premium'],
      screens: { main: screen('Main', button('GO')) },
      states: {
        start: { screen: 'main', on: { GO: [{ if: 'plan == "premium"', to: 'end' }, { to: 'by-hand' }] } },
        'by-hand': { screen: 'main', on: { GO: 'end' } },
        end: { final: 'success' },
      },
    }),
  )
  expect(proof.runs.map((run) => [run.plan, run.status, run.problems, run.ideal?.path.length])).toEqual([
    ['free', 'proven', [], 3],
    ['premium', 'proven', [], 2],
  ])
  expect(proof.runs[1]?.states.unreached).toEqual(['by-hand'])
})

test('a place from which success is lost is named, with the shortest steps that lead there', () => {
  const shelf = compiledDemo({
    world: { stock: 1 },
    screens: {
      main: screen('Shelf', button('TAKE'), button('THROW_AWAY')),
      pack: screen('Packing', button('SEND', { label: { en: 'Send' } })),
    },
    states: {
      shelf: {
        screen: 'main',
        title: { en: 'Shelf' },
        on: {
          TAKE: { if: 'world.stock > 0', to: 'pack' },
          THROW_AWAY: { do: [{ set: 'world.stock', to: '0' }] },
        },
      },
      pack: { screen: 'pack', on: { SEND: 'sent' } },
      sent: { final: 'success' },
    },
  })
  expect(prove(shelf).status).toBe('failed')
  expect(problemsOf(shelf)).toEqual([
    {
      code: 'stranded',
      at: 'machine.states.shelf',
      severity: 'error',
      lang: 'en',
      message: expect.stringContaining('From “Shelf” success can no longer be reached'),
      steps: ['As Sales, on “Shelf”, press “Throw away”'],
    },
  ])
})

test('a state without a way out is a dead end', () => {
  const proof = prove(
    compiledDemo({
      screens: { main: screen('Main', button('GO'), button('STOP')), empty: screen('Empty') },
      states: {
        start: { screen: 'main', on: { GO: 'end', STOP: 'stuck' } },
        stuck: { screen: 'empty', title: { en: 'Stuck' } },
        end: { final: 'success' },
      },
    }),
  )
  expect(proof.runs[0]?.problems).toMatchObject([
    { code: 'dead-end', at: 'machine.states.stuck', details: { states: ['stuck'], ways: 1, more: 0 } },
  ])
})

test('another ending is an ending, not a place to be stuck', () => {
  const proof = prove(
    compiledDemo({
      screens: { main: screen('Main', button('GO'), button('CANCEL')) },
      states: {
        start: { screen: 'main', on: { GO: 'end', CANCEL: 'cancelled' } },
        cancelled: { final: 'other' },
        end: { final: 'success' },
      },
    }),
  )
  expect(proof.status).toBe('proven')
  expect(proof.runs[0]?.ideal?.path).toEqual(['start', 'end'])
})

test('a demo that never succeeds says so once, with the steps to where it ends', () => {
  const stuck = compiledDemo({
    screens: { main: screen('Main', button('GO')), empty: screen('Empty') },
    states: {
      start: { screen: 'main', on: { GO: 'stuck' } },
      stuck: { screen: 'empty' },
      end: { final: 'success' },
    },
  })
  expect(prove(stuck).runs[0]?.ideal).toBeNull()
  expect(problemsOf(stuck).map((problem) => problem.code)).toEqual(['no-success', 'unreachable-state'])
  expect(problemsOf(stuck)[0]?.steps).toEqual(['As Sales, on “Main”, press “Go”'])
})

test('a required task that is never done is an error, an optional one a warning', () => {
  const tasks = (optional: boolean) => ({
    never: { title: { en: 'Never' }, done: 'world.n > 5', weight: 1, optional },
  })
  const demo = (optional: boolean) =>
    compiledDemo({
      world: { n: 0 },
      screens: { main: screen('Main', button('GO')) },
      states: { start: { screen: 'main', on: { GO: 'end' } }, end: { final: 'success' } },
      tasks: tasks(optional),
    })
  expect(prove(demo(false))).toMatchObject({
    status: 'failed',
    runs: [{ problems: [{ code: 'undone-task', at: 'tasks.never.done', severity: 'error' }] }],
  })
  expect(prove(demo(true))).toMatchObject({
    status: 'proven',
    runs: [
      { problems: [{ code: 'undone-task', severity: 'warning' }], tasks: { done: 0, undone: ['never'] } },
    ],
  })
})

test('a required task that one plan cannot do is a warning there, unless it shows a feature', () => {
  const demo = (feature?: string) =>
    compiledDemo({
      plans: ['free', 'premium'],
      world: { auto: false },
      screens: { main: screen('Main', button('GO')) },
      states: {
        start: {
          screen: 'main',
          on: {
            GO: [
              { if: 'plan == "premium"', do: [{ set: 'world.auto', to: 'true' }], to: 'end' },
              { to: 'end' },
            ],
          },
        },
        end: { final: 'success' },
      },
      tasks: { auto: { title: { en: 'Auto' }, done: 'world.auto', weight: 1, feature } },
    })
  expect(prove(demo()).runs.map((run) => run.problems.map(({ code, severity }) => [code, severity]))).toEqual(
    [[['undone-task', 'warning']], []],
  )
  expect(prove(demo('auto')).runs.flatMap((run) => run.problems)).toEqual([])
})

test('the ideal path does every required task, even when a shorter way succeeds', () => {
  const proof = prove(
    compiledDemo({
      world: { checked: false, extra: false },
      screens: { main: screen('Main', button('CHECK'), button('EXTRA'), button('GO')) },
      states: {
        start: {
          screen: 'main',
          on: {
            CHECK: { do: [{ set: 'world.checked', to: 'true' }] },
            EXTRA: { do: [{ set: 'world.extra', to: 'true' }] },
            GO: 'end',
          },
        },
        end: { final: 'success' },
      },
      tasks: {
        check: { title: { en: 'Check' }, done: 'world.checked', weight: 1 },
        extra: { title: { en: 'Extra' }, done: 'world.extra', weight: 1, optional: true },
      },
    }),
  )
  expect(proof.runs[0]?.ideal?.events.map((event) => event.type)).toEqual(['CHECK', 'GO'])
})

test('an expression that fails is named with the steps that make it fail', () => {
  const failing = compiledDemo({
    world: { orders: [] },
    screens: {
      main: screen('Main', button('GO'), button('LOOK')),
      look: screen(
        'Look',
        { metrics: { items: [{ label: { en: 'First' }, value: 'world.orders[0].total' }] } },
        button('GO'),
      ),
    },
    states: {
      start: {
        screen: 'main',
        on: { GO: [{ if: 'world.orders[0].total > 1', to: 'end' }, { to: 'end' }], LOOK: 'look' },
      },
      look: { screen: 'look', on: { GO: 'end' } },
      end: { final: 'success' },
    },
  })
  const failed = problemsOf(failing).filter((problem) => problem.code === 'expression-failed')
  expect(failed.map(({ at, steps }) => [at, steps])).toEqual([
    ['machine.states.start.on.GO.0.if', ['As Sales, on “Main”, press “Go”']],
    ['screens.look.blocks.0.metrics.items.0.value', ['As Sales, on “Main”, press “Look”']],
  ])
  expect(prove(failing).status).toBe('failed')
})

test('what can be looked at is drawn wherever a run can be, on each plan', () => {
  const demo = smallDemo({
    world: { orders: [{ id: 'o1', total: 5 }] },
    screens: {
      main: screen('Main', button('DROP'), button('GO')),
      list: screen('List', {
        metrics: { items: [{ label: { en: 'First' }, value: 'world.orders[0].total' }] },
      }),
    },
    states: {
      start: { screen: 'main', on: { DROP: { do: [{ remove: 'world.orders', where: 'true' }] }, GO: 'end' } },
      end: { final: 'success' },
    },
  })
  const product = { ...demo.product, nav: [{ id: 'list', label: { en: 'List' }, look: 'list' }] }
  const failed = problemsOf(compileDemo({ ...demo, product })).filter(
    ({ code }) => code === 'expression-failed',
  )
  expect(failed.map(({ at, steps }) => [at, steps])).toEqual([
    ['screens.list.blocks.0.metrics.items.0.value', ['As Sales, on “Main”, press “Drop”']],
  ])
})

test('a demo that cannot even begin fails, and nothing more is said of its coverage', () => {
  const proof = prove(
    compiledDemo({
      world: { list: [] },
      screens: { main: screen('Main', button('GO')) },
      states: {
        start: {
          screen: 'main',
          entry: [{ set: 'world.list', to: 'world.list[3].name' }],
          on: { GO: 'end' },
        },
        end: { final: 'success' },
      },
    }),
  )
  expect(proof).toMatchObject({
    status: 'failed',
    runs: [
      { problems: [{ code: 'expression-failed', at: 'machine.states.start.entry.0.to' }], configurations: 0 },
    ],
  })
})

const counting = () =>
  compiledDemo({
    world: { n: 0 },
    screens: { main: screen('Main', button('ADD'), button('GO')) },
    states: {
      start: { screen: 'main', on: { ADD: { do: [{ set: 'world.n', to: 'world.n + 1' }] }, GO: 'end' } },
      end: { final: 'success' },
      late: { final: 'other' },
    },
  })

test('when the budget ends the demo is not proven, and what was not seen is named without blame', () => {
  const proof = prove(counting(), { maxConfigurations: 50 })
  expect(proof.status).toBe('not-proven')
  expect(proof.runs[0]?.configurations).toBe(50)
  expect(proof.runs[0]?.problems).toMatchObject([
    { code: 'budget-exhausted', details: { configurations: 50, states: ['late'] } },
  ])
  expect(describeProof(counting(), proof, 'en')[0]?.message).toContain('Not seen so far: states late')
  expect(proof.runs[0]?.ideal?.path).toEqual(['start', 'end'])
})

test('time is part of the budget', () => {
  let now = 0
  const proof = prove(counting(), { maxMs: 100, clock: () => (now += 1) })
  expect(proof.status).toBe('not-proven')
  expect(proof.runs[0]?.configurations).toBeLessThan(300)
})

test('a certain fault is reported even when the budget ends', () => {
  const compiled = compiledDemo({
    world: { n: 0 },
    screens: { main: screen('Main', button('ADD'), button('GO'), button('STOP')), empty: screen('Empty') },
    states: {
      start: {
        screen: 'main',
        on: { ADD: { do: [{ set: 'world.n', to: 'world.n + 1' }] }, GO: 'end', STOP: 'stuck' },
      },
      stuck: { screen: 'empty' },
      end: { final: 'success' },
    },
  })
  const proof = prove(compiled, { maxConfigurations: 50 })
  expect(proof.status).toBe('failed')
  expect(proof.runs[0]?.problems.map((problem) => problem.code)).toEqual(['dead-end', 'budget-exhausted'])
})

test('a state that is passed through before the first event counts as reached', () => {
  const proof = prove(
    compiledDemo({
      screens: { main: screen('Main', button('GO')) },
      states: {
        gate: { always: 'start' },
        start: { screen: 'main', on: { GO: 'end' } },
        end: { final: 'success' },
      },
    }),
  )
  expect(proof.status).toBe('proven')
  expect(proof.runs[0]?.problems).toEqual([])
})

test('nested and parallel states are explored, each start role by itself', () => {
  const proof = prove(
    compiledDemo({
      roles: { sales: { name: { en: 'Sales' } }, stock: { name: { en: 'Stock' } } },
      screens: {
        left: screen('Left', button('PACK')),
        right: screen('Right', button('BILL')),
        ship: screen('Ship', button('SEND')),
      },
      initial: { sales: 'work', stock: 'ship' },
      states: {
        work: {
          type: 'parallel',
          onDone: 'ship',
          states: {
            packing: {
              initial: 'to-pack',
              states: { 'to-pack': { screen: 'left', on: { PACK: 'packed' } }, packed: { final: 'done' } },
            },
            billing: {
              initial: 'to-bill',
              states: { 'to-bill': { screen: 'right', on: { BILL: 'billed' } }, billed: { final: 'done' } },
            },
          },
        },
        ship: { screen: 'ship', on: { SEND: 'sent' } },
        sent: { final: 'success' },
      },
    }),
  )
  expect(proof.runs.map((run) => [run.role, run.status, run.configurations])).toEqual([
    ['sales', 'proven', 5],
    ['stock', 'proven', 2],
  ])
  expect(proof.runs[0]?.states.unreached).toEqual([])
})
