import { expect, test } from 'vitest'
import { button, screen, smallDemo } from '#tests/support/small-demo'

import { checkClock } from './check-clock'

type Parts = {
  condition?: string
  writes?: object
  rows?: object
  fields?: object[]
}

/** A demo that writes something when an order is saved, and asks `condition` when it is sent. */
function clockProblems({ condition = 'true', writes = {}, rows = {}, fields }: Parts) {
  const form = {
    send: 'SAVE',
    submit: { en: 'Save' },
    fields: fields ?? [{ name: 'qty', kind: 'number', label: { en: 'Quantity' } }],
    samples: [{}],
  }
  const table = { rows: 'world.orders', columns: [{ label: { en: 'No.' }, value: 'row.id' }], ...rows }
  const demo = smallDemo({
    world: { orders: [], due: '', day: '2026-01-05' },
    screens: { main: screen('Main', { form }, { table }, button('SEND')) },
    states: {
      start: {
        screen: 'main',
        on: {
          SAVE: {
            do: [
              { append: 'world.orders', item: { id: 'newId()', ...writes } },
              { set: 'world.due', to: 'now()' },
            ],
          },
          SEND: [{ if: condition, to: 'end' }, { to: 'start' }],
        },
      },
      end: { final: 'success' },
    },
  })
  return checkClock(demo).map(({ code, at, message }) => {
    expect(code).toBe('clock-in-condition')
    return { at, message }
  })
}

const PLACE = 'machine.states.start.on.SEND.0.if'

test.each([
  ['asks the clock itself', 'today() > "2026-01-01"', {}],
  ['compares a moment that was written', 'world.orders.exists(o, o.at > world.day)', { at: 'now()' }],
  ['compares what was made of one', 'world.orders.exists(o, o.due < o.paid)', { due: 'addDays(today(), 3)' }],
  ['looks at one by its key', 'world.orders[0]["at"] == world.day', { at: 'now()' }],
  ['takes the last by time', 'world.orders.sortBy("at").last().id == "x"', { at: 'now()' }],
  ['finds it in a map that is written whole', 'world.orders[0].times.at > ""', { times: '{"at": now()}' }],
])('a condition is refused that %s', (_, condition, writes) => {
  expect(clockProblems({ condition, writes }).map(({ at }) => at)).toEqual([PLACE])
})

test('a field that takes its value from such a field depends on the clock as well', () => {
  const writes = {
    at: 'now()',
    copy: 'world.orders.first().at',
    late: 'world.orders.first().copy > world.day',
  }
  expect(clockProblems({ condition: 'world.orders[0].late', writes })).toEqual([
    { at: PLACE, message: expect.stringContaining('may not compare late, which now() or today() gave') },
  ])
})

test.each([
  ['whether it is there', 'world.orders.exists(o, o.at != "")', { at: 'now()' }],
  ['whether it is known', 'has(world.orders[0].at) && world.orders[0].at != null', { at: 'now()' }],
  ['other fields', 'world.orders.exists(o, o.id == "x")', { at: 'now()' }],
  [
    'a field beside it in the same map',
    'world.orders[0].times.by == "x"',
    { times: '{"at": now(), "by": "x"}' },
  ],
  ['days of the world', 'world.day > "2026-01-01"', {}],
  ['a field that is called as a part of an operation', 'world.orders.exists(o, o.to > "x")', { at: 'now()' }],
])('a condition may ask %s', (_, condition, writes) => {
  expect(clockProblems({ condition, writes })).toEqual([])
})

test('the clock may not decide which rows and options can be chosen, only what is shown', () => {
  const recent = 'world.orders.filter(o, o.at > world.day)'
  const writes = { at: 'now()' }
  const at = 'screens.main.blocks.1.table.rows'
  expect(clockProblems({ writes, rows: { rows: recent, pick: 'SEND' } })).toMatchObject([{ at }])
  expect(clockProblems({ writes, rows: { rows: recent } })).toEqual([])
  const newestFirst = 'world.orders.sortBy("at").reversed()'
  expect(clockProblems({ writes, rows: { rows: newestFirst, pick: 'SEND' } })).toEqual([])
  expect(clockProblems({ writes, rows: { rows: `${newestFirst}.take(3)`, pick: 'SEND' } })).toHaveLength(1)
  const options = { name: 'order', kind: 'select', label: { en: 'Order' }, options: recent }
  expect(clockProblems({ writes, fields: [options] }).map(({ at }) => at)).toEqual(
    expect.arrayContaining(['screens.main.blocks.0.form.fields.0.options']),
  )
})

test('a field that opens with a moment of the clock brings it into its event', () => {
  const due = { name: 'due', kind: 'date', label: { en: 'Due' }, value: 'addDays(today(), 14)' }
  expect(clockProblems({ fields: [due], writes: { due: 'event.due' } })).toEqual([])
  expect(
    clockProblems({
      fields: [due],
      writes: { until: 'event.due' },
      condition: 'world.orders[0].until > world.day',
    }),
  ).toHaveLength(1)
})
