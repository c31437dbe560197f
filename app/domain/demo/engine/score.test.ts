import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { approvalSource } from '../fixtures/approval'
import { compiledFrom } from '../fixtures/compiled'
import { proofRun } from '../proof/proof'
import { prove } from '../proof/prove'
import { startRun, type Run } from './run'
import { helpPoints, idealSteps, scoreOf, scoreRun } from './score'
import type { StepMark } from './way/way-state'
import { Ways } from './way/ways'

const compiled = compiledFrom(approvalSource)
const graph = proofRun(prove(compiled), 'free', 'employee')?.ways
if (!graph) throw new Error('The approval demo is proven.')
const start = startRun(compiled, { plan: 'free', seed: 's', startedAt: 0, ways: new Ways(compiled, graph) })

function run(changes: Partial<Run>, ...marks: StepMark[]): Run {
  return {
    ...start,
    ...changes,
    way: start.way && { ...start.way, steps: marks.map((mark) => ({ mark, stood: 1 })) },
  }
}

const done = { offeredAt: 0, doneAt: 1 }
const open = { offeredAt: 0, doneAt: null }

test('the score is the share of task weight, less hints and detours', () => {
  const all = { ask: done, approve: done, check: open }
  expect(scoreRun(run({ tasks: all })).score).toBe(100)
  expect(scoreRun(run({ tasks: { ...all, approve: open } })).score).toBe(40)
  expect(scoreRun(run({ tasks: all, hints: 2 })).score).toBe(90)
  const detours = scoreRun(run({ tasks: all }, 'ideal', 'detour', 'free', 'detour', 'ideal'))
  expect(detours).toMatchObject({ score: 96, detours: 2, detourPoints: -4 })
})

test('an optional task makes up for what was lost, and never gives more than 100', () => {
  const all = { ask: done, approve: done, check: done }
  expect(scoreRun(run({ tasks: all, hints: 2 })).score).toBe(100)
})

test('the score is never under 0, and without the remaining way detours are unknown and cost nothing', () => {
  const none = { ask: open, approve: open, check: open }
  expect(scoreRun({ ...start, tasks: none, hints: 50, way: null })).toMatchObject({
    score: 0,
    detours: null,
    detourPoints: 0,
  })
})

test('known detours cost points even when others are unknown', () => {
  const all = { ask: done, approve: done, check: open }
  expect(scoreRun(run({ tasks: all }, 'detour', 'unknown'))).toMatchObject({
    score: 98,
    detours: null,
    detourPoints: -2,
  })
})

test('the lines add up to the score, each within a point of what it is worth', () => {
  const task = fc.record({
    weight: fc.integer({ min: 1, max: 40 }),
    optional: fc.boolean(),
    done: fc.boolean(),
  })
  const costs = fc.record({
    hint: fc.integer({ min: -60, max: 0 }),
    detour: fc.integer({ min: -60, max: 0 }),
  })
  const property = fc.property(
    fc.array(task, { minLength: 1, maxLength: 9 }),
    costs,
    fc.nat(4),
    fc.nat(4),
    (given, score, hints, detours) => {
      const tasks = given.map(({ weight, optional }, index) => [
        `task-${index}`,
        { title: { en: 'Task' }, done: 'false', weight, optional },
      ])
      const demo = compiledDemo({
        screens: { main: screen('Main', button('GO')) },
        states: { main: { screen: 'main', on: { GO: 'end' } }, end: { final: 'success' } },
        tasks: Object.fromEntries(tasks),
        score,
      })
      const begun = startRun(demo, { plan: 'free', seed: 's', startedAt: 0 })
      const states = given.map((one, index) => [`task-${index}`, one.done ? done : open])
      const steps = Array.from({ length: detours }, () => ({ mark: 'detour' as const, stood: 1 }))
      const end = {
        ...begun,
        hints,
        tasks: Object.fromEntries(states),
        way: start.way && { ...start.way, steps },
      }
      const scored = scoreRun(end)
      const lines = [
        ...scored.tasks.map((one) => one.points),
        scored.hintPoints,
        scored.detourPoints,
        scored.limitPoints,
      ]
      expect(lines.every(Number.isInteger)).toBe(true)
      expect(lines.reduce((sum, points) => sum + points, 0)).toBe(scored.score)
      expect(scored.score).toBe(scoreOf(end))
      expect([scored.score >= 0, scored.score <= 100]).toEqual([true, true])
      const required = given.filter((one) => !one.optional)
      const total = (required.length > 0 ? required : given).reduce((sum, one) => sum + one.weight, 0)
      scored.tasks.forEach(({ points, weight, doneAt }) => {
        const worth = doneAt === null ? 0 : (100 * weight) / total
        expect(Math.abs(points - worth)).toBeLessThan(1)
      })
    },
  )
  fc.assert(property, { numRuns: tries(150) })
})

type Weighed = [weight: number, isDone: boolean, optional?: boolean]

/** A run that has these tasks, in a demo whose help costs nothing. */
function withTasks(...given: Weighed[]): Run {
  const tasks = given.map(([weight, , optional = false], index) => [
    `task-${index}`,
    { title: { en: 'Task' }, done: 'false', weight, optional },
  ])
  const demo = compiledDemo({
    screens: { main: screen('Main', button('GO')) },
    states: { main: { screen: 'main', on: { GO: 'end' } }, end: { final: 'success' } },
    tasks: Object.fromEntries(tasks),
  })
  const states = given.map(([, isDone], index) => [`task-${index}`, isDone ? done : open])
  return { ...startRun(demo, { plan: 'free', seed: 's', startedAt: 0 }), tasks: Object.fromEntries(states) }
}

test.each<[string, Weighed[], number[], number]>([
  [
    'three thirds',
    [
      [1, true],
      [1, true],
      [1, true],
    ],
    [34, 33, 33],
    100,
  ],
  [
    'a third and two thirds',
    [
      [1, true],
      [2, true],
    ],
    [33, 67],
    100,
  ],
  [
    'two thirds alone',
    [
      [1, false],
      [2, true],
    ],
    [0, 67],
    67,
  ],
  [
    'an eighth',
    [
      [1, true],
      [7, false],
    ],
    [13, 0],
    13,
  ],
  [
    'an optional task beside others',
    [
      [3, true],
      [1, false],
      [2, true, true],
    ],
    [75, 0, 50],
    100,
  ],
  [
    'optional tasks alone',
    [
      [1, false, true],
      [3, true, true],
    ],
    [0, 75],
    75,
  ],
  ['nothing done', [[5, false]], [0], 0],
  ['no task at all', [], [], 0],
])(
  '%s: whole points that add up, the largest remainder rounded up, the first of equal ones',
  (_what, given, points, score) => {
    const end = withTasks(...given)
    expect(scoreRun(end).tasks.map((task) => task.points)).toEqual(points)
    expect([scoreRun(end).score, scoreOf(end)]).toEqual([score, score])
  },
)

test('a task that was never offered counts neither as done nor as open', () => {
  const end = run({ tasks: { ask: done } })
  expect(scoreRun(end)).toMatchObject({
    score: 100,
    tasks: [{ id: 'ask', weight: 40, doneAt: 1, points: 100 }],
  })
})

test('what keeps the score within 0 and 100 is a line of its own', () => {
  const all = { ask: done, approve: done, check: done }
  expect(scoreRun(run({ tasks: all }))).toMatchObject({ score: 100, limitPoints: -10 })
  expect(scoreRun(run({ tasks: all, hints: 2 }))).toMatchObject({
    score: 100,
    hintPoints: -10,
    limitPoints: 0,
  })
  const none = { ask: open, approve: open, check: open }
  expect(scoreRun(run({ tasks: none, hints: 3 }))).toMatchObject({
    score: 0,
    hintPoints: -15,
    limitPoints: 15,
  })
})

test('help and detours that were not taken cost nothing, nor do they where the demo names no cost', () => {
  const { hintPoints, detourPoints } = scoreRun(run({ tasks: { ask: done } }, 'ideal', 'free'))
  expect([hintPoints, detourPoints]).toEqual([0, 0])
  const free = { ...withTasks([1, true]), hints: 4 }
  expect(scoreRun(free)).toMatchObject({ score: 100, hints: 4, hintPoints: 0 })
  expect(helpPoints({ ...free, hinted: false })).toBe(0)
})

test('help costs once before each step', () => {
  expect(helpPoints({ compiled, hinted: false })).toBe(-5)
  expect(helpPoints({ compiled, hinted: true })).toBe(0)
})

test('the ideal path is as long as it has events', () => {
  expect(idealSteps({ events: [{ type: 'GO' }, { type: 'SAVE', data: { a: 1 } }], path: ['one'] })).toBe(2)
  expect(idealSteps(null)).toBe(0)
})
