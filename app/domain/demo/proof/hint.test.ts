import { expect, test } from 'vitest'
import { button, compiledDemo, screen } from '#tests/support/small-demo'

import { PROOF_START } from './explored-run'
import { nextHint } from './hint'
import { startRun, step } from '../engine/run'

const compiled = compiledDemo({
  world: { checked: false, n: 0 },
  screens: {
    main: screen('Main', button('CHECK'), button('GO'), button('ADD')),
    form: screen('Form', {
      form: {
        send: 'SAVE',
        submit: { en: 'Save' },
        fields: [{ name: 'qty', kind: 'number', label: { en: 'Quantity' } }],
        samples: [{ qty: 0 }, { qty: 2 }],
      },
    }),
  },
  states: {
    main: {
      screen: 'main',
      on: {
        CHECK: { do: [{ set: 'world.checked', to: 'true' }] },
        ADD: { do: [{ set: 'world.n', to: 'world.n + 1' }] },
        GO: 'form',
      },
    },
    form: { screen: 'form', on: { SAVE: [{ if: 'event.qty > 0', to: 'end' }, { to: 'main' }] } },
    end: { final: 'success' },
  },
  tasks: { check: { title: { en: 'Check' }, done: 'world.checked', weight: 1 } },
})

const start = startRun(compiled, { plan: 'free', ...PROOF_START })

test('the next step takes the open task first, then goes straight to success', () => {
  expect(nextHint(start)).toEqual({
    type: 'CHECK',
    label: { en: 'Check' },
    control: 'screens.main.blocks.0.button',
    screen: 'main',
  })
  const checked = step(start, { type: 'CHECK', at: 5 })
  expect(checked.ok && nextHint(checked.run)?.type).toBe('GO')
})

test('a form comes filled in with the sample that leads on', () => {
  const checked = step(start, { type: 'CHECK', at: 5 })
  const form = checked.ok && step(checked.run, { type: 'GO', at: 6 })
  expect(form && form.ok && nextHint(form.run)).toMatchObject({
    type: 'SAVE',
    data: { qty: 2 },
    label: { en: 'Save' },
    control: 'screens.form.blocks.0.form',
  })
})

test('when the open task is out of reach, any success will do', () => {
  const form = step(start, { type: 'GO', at: 5 })
  const stuck = compiledDemo({
    screens: { main: screen('Main', button('GO')) },
    states: { main: { screen: 'main', on: { GO: 'end' } }, end: { final: 'success' } },
    tasks: { never: { title: { en: 'Never' }, done: 'false', weight: 1 } },
  })
  expect(nextHint(startRun(stuck, { plan: 'free', ...PROOF_START }))?.type).toBe('GO')
  expect(form.ok && nextHint(form.run, { maxConfigurations: 4 })?.type).toBe('SAVE')
})

test('without a way within the limits there is no hint, nor after the end', () => {
  expect(nextHint(start, { maxConfigurations: 1 })).toBeNull()
  expect(nextHint(start, { maxMs: 0 })).toBeNull()
  const end = ['CHECK', 'GO', 'SAVE'].reduce((run, type) => {
    const result = step(run, { type, at: 9, ...(type === 'SAVE' && { data: { qty: 2 } }) })
    return result.ok ? result.run : run
  }, start)
  expect(end.outcome).toBe('success')
  expect(nextHint(end)).toBeNull()
})
