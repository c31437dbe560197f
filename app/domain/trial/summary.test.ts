import { expect, test } from 'vitest'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { proofRun } from '~/domain/demo/proof/proof'
import { prove } from '~/domain/demo/proof/prove'
import { replay } from '~/domain/demo/engine/replay'
import { Ways } from '~/domain/demo/engine/way/ways'

import { summarize } from './summary'
import type { TraceEvent } from '~/domain/demo/engine/trace'

const compiled = compiledDemo({
  world: { checked: false },
  screens: {
    main: screen('Main', button('CHECK'), button('LOOK'), button('GO')),
    aside: screen('Aside', button('BACK')),
  },
  states: {
    main: {
      screen: 'main',
      on: { CHECK: { do: [{ set: 'world.checked', to: 'true' }] }, LOOK: 'aside', GO: 'end' },
    },
    aside: { screen: 'aside', on: { BACK: 'main' } },
    end: { final: 'success' },
  },
  tasks: { check: { title: { en: 'Check' }, done: 'world.checked', weight: 1 } },
  score: { hint: -5, detour: -2 },
})

const graph = proofRun(prove(compiled), 'free', 'sales')?.ways ?? null
const ways = graph && new Ways(compiled, graph)

function trial(...types: string[]) {
  const events = types.map((type, index): TraceEvent => ({
    seq: index + 1,
    at: (index + 1) * 1_000,
    type,
    activeMs: 900,
  }))
  return replay(compiled, { plan: 'free', seed: 'a', startedAt: 0, ways }, events).run
}

test('a trial is summed up from what really happened', () => {
  const run = trial('LOOK', 'BACK', '@hint', 'CHECK', 'GO')
  expect(summarize(run, { activeMs: 4_500, wallMs: 5_000 })).toEqual({
    path: ['main', 'aside', 'main', 'end'],
    pathAt: [0, 1_000, 2_000, 5_000],
    lastState: 'end',
    tasks: { check: 4_000 },
    steps: 4,
    shown: 0,
    undone: 0,
    hints: 1,
    detours: 1,
    score: 93,
    activeMs: 4_500,
    wallMs: 5_000,
    finished: true,
    outcome: 'success',
    events: 5,
    counted: true,
  })
})

test('shown and undone steps are counted apart, and what they reached is in nothing else', () => {
  const events = [
    { type: 'CHECK', by: 'shown' as const },
    { type: 'LOOK', by: 'shown' as const },
    { type: 'BACK' },
    { type: 'LOOK' },
    { type: '@undo' },
  ].map((event, index) => ({ ...event, seq: index + 1, at: (index + 1) * 1_000, activeMs: 900 }))
  const start = { plan: 'free', seed: 'a', startedAt: 0, ways }
  const at = (count: number) =>
    summarize(replay(compiled, start, events.slice(0, count)).run, { activeMs: 0, wallMs: 0 })
  expect(at(2)).toMatchObject({ path: ['main'], lastState: 'aside', tasks: {}, steps: 0, shown: 2, score: 0 })
  expect(at(5)).toMatchObject({ path: ['main'], lastState: 'main', steps: 1, shown: 2, undone: 1, events: 5 })
  const ended = replay(compiled, start, [{ seq: 1, at: 1, type: 'GO', by: 'shown', activeMs: 0 }]).run
  expect(summarize(ended, { activeMs: 0, wallMs: 0 })).toMatchObject({ finished: false, outcome: null })
})

test('a trial that has only begun stands in its first state', () => {
  expect(summarize(trial(), { activeMs: 0, wallMs: 0 })).toMatchObject({
    path: ['main'],
    pathAt: [0],
    lastState: 'main',
    tasks: { check: null },
    finished: false,
    outcome: null,
    steps: 0,
    detours: 0,
  })
})

test('active time is never more than the time that passed', () => {
  const { activeMs, wallMs } = summarize(trial('LOOK'), { activeMs: 9_000.4, wallMs: 1_000.6 })
  expect([activeMs, wallMs]).toEqual([1_001, 1_001])
})

test('without the remaining way detours are unknown, never none', () => {
  const run = replay(compiled, { plan: 'free', seed: 'a', startedAt: 0 }, []).run
  expect(summarize(run, { activeMs: 0, wallMs: 0 })).toMatchObject({ detours: null, counted: false })
})
