import { expect, test } from 'vitest'
import { createActor, waitFor } from 'xstate'
import { compileDemo } from '~/domain/demo/engine/compile'
import { nextHint } from '~/domain/demo/proof/hint'
import type { Demo } from '~/domain/demo/format/schema'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { findJump } from '../chapters/find-jump'
import type { PlayerPorts, TakenStep } from './player-machine'
import { playerMachine } from './player-machine'

const button = (send: string, label: string) => ({ button: { send, label: { en: label } } })

const demo: Demo = {
  format: 'foyer/1',
  slug: 'tiny',
  title: { en: 'Tiny' },
  summary: { en: 'Tiny' },
  scenario: 'wholesale',
  minutes: 1,
  plans: ['free'],
  product: { name: 'Ledger' },
  roles: {
    sales: { name: { en: 'Sales' }, person: 'Lin' },
    stock: { name: { en: 'Warehouse' }, person: 'Mateo' },
  },
  world: { sold: false, shipped: false },
  screens: {
    sell: { title: { en: 'Sell' }, blocks: [button('SELL', 'Sell'), button('WAIT', 'Wait')] },
    ship: { title: { en: 'Ship' }, blocks: [button('SHIP', 'Ship')] },
    done: { title: { en: 'Done' }, blocks: [] },
  },
  machine: {
    initial: 'selling',
    states: {
      selling: {
        role: 'sales',
        screen: 'sell',
        on: {
          SELL: { do: [{ set: 'world.sold', to: true }], to: 'shipping' },
          WAIT: [{ if: 'world.shipped', to: 'shipping' }],
        },
      },
      shipping: { role: 'stock', screen: 'ship', on: { SHIP: 'done' } },
      done: { role: 'stock', screen: 'done', final: 'success' },
    },
  },
  tasks: { sell: { title: { en: 'Sell it' }, done: 'world.sold', weight: 1 } },
}

const event = (seq: number, type: string): TraceEvent => ({ seq, at: seq * 1000, type, activeMs: 0 })

function play(
  options: { demo?: Demo; events?: TraceEvent[]; awaitsRestore?: boolean; ports?: Partial<PlayerPorts> } = {},
) {
  const reported: TakenStep[] = []
  const ports: PlayerPorts = {
    now: () => 5000,
    report: (taken) => reported.push(taken),
    findHint: async (run) => {
      const hint = nextHint(run)
      return hint && { type: hint.type, data: hint.data ?? null }
    },
    findJump,
    reload: async () => [],
    ...options.ports,
  }
  const input = {
    compiled: compileDemo(options.demo ?? demo),
    ways: null,
    start: { plan: 'free', seed: 's', startedAt: 0 },
    events: options.events ?? [],
    awaitsRestore: options.awaitsRestore ?? false,
    ports,
  }
  return { reported, actor: createActor(playerMachine, { input }).start() }
}

const act = (send: string) => ({ type: 'ACT' as const, control: 'screens.sell.blocks.0', send })

test('a step is taken at once and reported with its time', () => {
  const { actor, reported } = play()
  actor.send(act('SELL'))
  expect(actor.getSnapshot().context.run.states).toEqual(['shipping'])
  expect(reported).toEqual([{ type: 'SELL', at: 5000 }])
})

test('when another person takes over, the player waits until that was seen', () => {
  const { actor } = play()
  actor.send(act('SELL'))
  expect(actor.getSnapshot().value).toBe('handoff')
  expect(actor.getSnapshot().context.handoff).toEqual({ from: 'sales', to: 'stock' })
  actor.send(act('SHIP'))
  expect(actor.getSnapshot().context.run.states).toEqual(['shipping'])
  actor.send({ type: 'CONTINUE' })
  actor.send(act('SHIP'))
  expect(actor.getSnapshot().context.run.status).toBe('done')
})

test('a step that is not taken is told at its control, and nothing is reported', () => {
  const { actor, reported } = play()
  actor.send({ type: 'ACT', control: 'screens.sell.blocks.1', send: 'WAIT' })
  const { refusal, run } = actor.getSnapshot().context
  expect(refusal).toMatchObject({ control: 'screens.sell.blocks.1', code: 'not-taken', field: null })
  expect(run.states).toEqual(['selling'])
  expect(reported).toEqual([])
  actor.send(act('SELL'))
  expect(actor.getSnapshot().context.refusal).toBeNull()
})

test('the trace of the server is where a trial goes on', () => {
  const { actor } = play({ events: [event(1, 'SELL')] })
  expect(actor.getSnapshot().value).toEqual({ playing: 'free' })
  expect(actor.getSnapshot().context.run.states).toEqual(['shipping'])
})

test('nothing can be pressed until the steps of an earlier page are taken up', () => {
  const { actor, reported } = play({ awaitsRestore: true })
  actor.send(act('SELL'))
  expect(actor.getSnapshot().value).toBe('booting')
  actor.send({ type: 'RESTORED', events: [event(1, 'SELL')] })
  expect(actor.getSnapshot().value).toEqual({ playing: 'free' })
  expect(actor.getSnapshot().context.run.states).toEqual(['shipping'])
  expect(reported).toEqual([])
})

test('a trial that has ended opens with its result; one that ends now shows its last screen first', () => {
  const again = play({ events: [event(1, 'SELL'), event(2, 'SHIP')] })
  expect(again.actor.getSnapshot().value).toEqual({ ended: 'result' })
  const now = play({ events: [event(1, 'SELL')] })
  now.actor.send(act('SHIP'))
  expect(now.actor.getSnapshot().value).toEqual({ ended: 'arrived' })
  now.actor.send({ type: 'SHOW_RESULT' })
  expect(now.actor.getSnapshot().value).toEqual({ ended: 'result' })
})

test('a hint is counted once, points at the next step, and goes when a step is taken', async () => {
  const { actor, reported } = play()
  actor.send({ type: 'SHOW_ME' })
  const shown = await waitFor(actor, (state) => state.matches({ playing: 'shown' }))
  expect(shown.context.hint).toEqual({ type: 'SELL', data: null })
  expect(shown.context.run.hints).toBe(1)
  actor.send({ type: 'SHOW_ME' })
  expect(reported).toEqual([{ type: '@hint', at: 5000 }])
  actor.send(act('SELL'))
  expect(actor.getSnapshot().context.hint).toBeNull()
})

test('without a way to the goal it says so, and nothing is counted', async () => {
  const { actor, reported } = play({ ports: { findHint: async () => null } })
  actor.send({ type: 'SHOW_ME' })
  const state = await waitFor(actor, (state) => state.context.hintless)
  expect(state.value).toEqual({ playing: 'free' })
  expect(reported).toEqual([])
})

test('trial time never goes back behind the last step', () => {
  const { actor, reported } = play({ events: [{ ...event(1, 'SELL'), at: 90_000 }] })
  actor.send(act('SHIP'))
  expect(reported).toEqual([{ type: 'SHIP', at: 90_000 }])
})

test('when the server refuses, the player goes back to what the server has and says so', async () => {
  const { actor } = play({ ports: { reload: async () => [] } })
  actor.send(act('SELL'))
  actor.send({ type: 'SERVER_REFUSED' })
  const state = await waitFor(actor, (state) => state.matches('playing'))
  expect(state.context.run.states).toEqual(['selling'])
  expect(state.context.recovered).toBe(true)
  actor.send(act('SELL'))
  expect(actor.getSnapshot().context.recovered).toBe(false)
})

test('when the server cannot be reached then, the prospect can try again', async () => {
  let reachable = false
  const reload = async () => {
    if (!reachable) throw new TypeError('Failed to fetch')
    return [event(1, 'SELL')]
  }
  const { actor } = play({ ports: { reload } })
  actor.send({ type: 'SERVER_REFUSED' })
  await waitFor(actor, (state) => state.matches({ problem: 'failed' }))
  reachable = true
  actor.send({ type: 'RETRY' })
  const state = await waitFor(actor, (state) => state.matches('playing'))
  expect(state.context.run.states).toEqual(['shipping'])
})

const formDemo: Demo = {
  ...demo,
  screens: {
    ...demo.screens,
    sell: {
      title: { en: 'Sell' },
      blocks: [
        {
          form: {
            send: 'SELL',
            submit: { en: 'Sell' },
            fields: [{ name: 'qty', kind: 'number', label: { en: 'Quantity' }, required: true }],
            samples: [{ qty: 3 }],
          },
        },
      ],
    },
  },
  machine: {
    ...demo.machine,
    states: { ...demo.machine.states, selling: { role: 'sales', screen: 'sell', on: { SELL: 'shipping' } } },
  },
}

test('an example filled in counts one hint before its step, and is reported for the server to verify', () => {
  const { actor, reported } = play({ demo: formDemo })
  const fill = { type: 'FILL_EXAMPLE' as const, form: 'screens.sell.blocks.0.form' }
  actor.send(fill)
  actor.send(fill)
  actor.send({ type: 'FILL_EXAMPLE', form: 'screens.sell.blocks.9.form' })
  expect(actor.getSnapshot().context.run).toMatchObject({ hints: 1, steps: 0, events: 2 })
  expect(reported).toEqual([1, 2].map(() => ({ type: '@example', data: { form: fill.form }, at: 5000 })))
})

test('a jump shows the steps to its goal, marked as such, and hands nobody over', async () => {
  const { actor, reported } = play()
  actor.send({ type: 'JUMP', goal: { state: 'shipping' } })
  await waitFor(actor, (state) => state.matches('playing'))
  const { run, jump, handoff } = actor.getSnapshot().context
  expect([run.states, run.steps, run.shown, handoff]).toEqual([['shipping'], 0, 1, null])
  expect(jump).toEqual({ goal: { state: 'shipping' }, shown: 1, stopped: null })
  expect(reported).toEqual([{ type: 'SELL', at: 5000, by: 'shown' }])
})

test('a goal that cannot be reached leaves the run as it is and says so', async () => {
  const { actor, reported } = play()
  actor.send({ type: 'JUMP', goal: { state: 'done' } })
  await waitFor(actor, (state) => state.matches('playing'))
  expect(actor.getSnapshot().context.jump).toEqual({ goal: { state: 'done' }, shown: null, stopped: null })
  expect(reported).toEqual([])
})

test('the last step is taken back and sent as such; without one nothing happens', () => {
  const { actor, reported } = play()
  actor.send({ type: 'UNDO' })
  actor.send({ type: 'ACT', control: 'screens.sell.blocks.0.button', send: 'SELL' })
  actor.send({ type: 'CONTINUE' })
  actor.send({ type: 'UNDO' })
  const { run } = actor.getSnapshot().context
  expect([run.states, run.steps, run.undone]).toEqual([['selling'], 0, 1])
  expect(reported.map(({ type }) => type)).toEqual(['SELL', '@undo'])
})
