import { expect, test } from 'vitest'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import type { Said } from './replay-marks'
import { HESITATION_MS, markBeside, replayMarks } from './replay-marks'
import { replayMoments } from './replay-moments'

const demo = compiledDemo({
  world: { waited: 0 },
  screens: { desk: screen('Desk', button('GO'), button('WAIT')) },
  states: {
    desk: {
      screen: 'desk',
      on: { GO: 'end', WAIT: { do: [{ set: 'world.waited', to: 'world.waited + 1' }] } },
    },
    end: { screen: 'desk', final: 'success' },
  },
  tasks: {
    come: { title: { en: 'Come' }, done: 'true', weight: 1 },
    wait: { title: { en: 'Wait' }, done: 'world.waited > 1', weight: 1 },
  },
})

interface Done {
  type: string
  activeMs?: number
}

const marksOf = (events: Done[], ratedMs: number | null = null, remarks: Said['remarks'] = []) =>
  replayMarks(
    replayMoments(
      demo,
      { plan: 'free', seed: 's', startedAt: 0 },
      events.map((event, index) => ({ seq: index + 1, at: (index + 1) * 1_000, activeMs: 0, ...event })),
    ),
    { ratedMs, remarks },
  )

test('hints, tasks that were done, and long looks are marked, each where it can be seen', () => {
  const marks = marksOf([
    { type: 'WAIT' },
    { type: '@hint' },
    { type: 'WAIT', activeMs: HESITATION_MS },
    { type: 'GO', activeMs: HESITATION_MS - 1 },
  ])
  expect(marks).toEqual([
    { kind: 'hint', step: 2 },
    { kind: 'hesitation', step: 2, ms: HESITATION_MS },
    { kind: 'task', step: 3 },
  ])
})

test('the rating stands at the last step before it, also when there was none', () => {
  expect(marksOf([{ type: 'WAIT' }, { type: 'GO' }], 1_500)).toEqual([{ kind: 'feedback', step: 1 }])
  expect(marksOf([{ type: 'WAIT' }], 99_000)).toEqual([{ kind: 'feedback', step: 1 }])
  expect(marksOf([], -5)).toEqual([{ kind: 'feedback', step: 0 }])
})

test('a remark stands where it was made, and at the end when the steps before it are not there', () => {
  const remarks = [
    { seq: 1, text: 'Where is it?' },
    { seq: 9, text: '' },
  ]
  expect(marksOf([{ type: 'WAIT' }, { type: 'GO' }], null, remarks)).toEqual([
    { kind: 'feedback', step: 1, text: 'Where is it?' },
    { kind: 'feedback', step: 2, text: '' },
  ])
})

test('an event that does not fit is a refusal at the last step that did', () => {
  expect(marksOf([{ type: 'GO' }, { type: 'GO' }])).toEqual([{ kind: 'refusal', step: 1 }])
})

test('a jump goes to the next mark of its kind, or the one before, and nowhere when there is none', () => {
  const marks = marksOf([{ type: '@hint' }, { type: 'WAIT' }, { type: '@hint' }])
  const beside = (step: number, back = false) => markBeside(marks, { kind: 'hint', step, back })?.step ?? null
  expect([beside(0), beside(1), beside(3)]).toEqual([1, 3, null])
  expect([beside(3, true), beside(2, true), beside(1, true)]).toEqual([1, 1, null])
  expect(markBeside(marks, { kind: 'task', step: 0 })).toBeNull()
})
