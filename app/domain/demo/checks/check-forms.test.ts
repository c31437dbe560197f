import { expect, test } from 'vitest'
import { button, screen, smallDemo } from '#tests/support/small-demo'

import { checkForms } from './check-forms'

/** The checks of a form with one field and one sample. */
function checkedSample(kind: string, note: string) {
  const form = { send: 'GO', fields: [{ name: 'note', kind, label: { en: 'Note' } }], samples: [{ note }] }
  const demo = smallDemo({
    screens: { main: screen('Main', { form }) },
    states: { start: { screen: 'main', on: { GO: 'end' } }, end: { final: 'success' } },
  })
  return checkForms(demo).map(({ code, at, message }) => ({ code, at, message }))
}

test('a sample with a line break is refused for a field of one line', () => {
  expect(checkedSample('text', 'two\nlines')).toEqual([
    {
      code: 'invalid-sample',
      at: 'screens.main.blocks.0.form.samples.0.note',
      message: expect.stringContaining('take out the line break, or make it a longtext'),
    },
  ])
  expect(checkedSample('longtext', 'two\nlines')).toEqual([])
})

test('an option of a picture that cannot be pressed is refused', () => {
  const withSpot = (spot: object) => () =>
    smallDemo({
      screens: {
        main: screen('Main', button('BACK'), {
          image: {
            ...{ src: 'shelf.webp', alt: { en: 'A shelf' }, width: 800, height: 600 },
            hotspots: [{ x: 10, y: 10, width: 20, height: 20, label: { en: 'Box' }, send: 'GO', ...spot }],
          },
        }),
      },
      states: { start: { screen: 'main', on: { GO: 'end' } }, end: { final: 'success' } },
    })
  expect(withSpot({})).not.toThrow()
  expect(withSpot({ width: 0 })).toThrow()
  expect(withSpot({ height: 0.5 })).toThrow()
  expect(withSpot({ x: 100 })).toThrow()
  expect(withSpot({ y: 100 })).toThrow()
})

test.each([
  [{ kind: 'text', whole: true }, 'fields.0.whole', 'Only a number or money has whole'],
  [{ kind: 'date', step: 1 }, 'fields.0.step', 'Only a number or money has step'],
  [{ kind: 'number', whole: true, step: 0.5 }, 'fields.0.step', 'whole steps'],
  [{ kind: 'number', whole: true, min: 0.5 }, 'fields.0.min', 'min 0.5 is itself not among'],
  [{ kind: 'number', step: 5, max: 12 }, 'fields.0.max', 'max 12 is itself not among'],
  [{ kind: 'text', earliest: 'world.today' }, 'fields.0.earliest', 'Only a date has earliest'],
  [{ kind: 'date', max: 3 }, 'fields.0.max', 'A date has earliest and latest'],
])('bounds that no value can meet are refused: %j', (field, at, message) => {
  const form = { send: 'GO', fields: [{ name: 'note', label: { en: 'Note' }, ...field }], samples: [{}] }
  const demo = smallDemo({
    screens: { main: screen('Main', { form }) },
    states: { start: { screen: 'main', on: { GO: 'end' } }, end: { final: 'success' } },
  })
  expect(checkForms(demo)).toContainEqual(
    expect.objectContaining({
      at: `screens.main.blocks.0.form.${at}`,
      message: expect.stringContaining(message) as string,
    }),
  )
})
