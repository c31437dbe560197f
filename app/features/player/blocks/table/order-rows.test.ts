import { expect, test } from 'vitest'
import type { RowView } from '~/domain/demo/screen/blocks/table'
import { nextSorting, orderRows, readSorting, writeSorting } from './order-rows'

const row = (id: string, name: string, total: number | null): RowView => ({
  id,
  pick: null,
  actions: [],
  cells: [
    { value: name, format: 'text', text: name, tone: null },
    { value: total, format: 'money', text: total === null ? '' : `$${total}.00`, tone: null },
  ],
})

const rows = [row('a', 'Ömer', 900), row('b', 'Anna', 1000), row('c', 'Zhou', null)]
const ids = (found: RowView[]) => found.map((each) => each.id).join('')

test('keeps the order of the world until a column is chosen', () => {
  expect(ids(orderRows(rows, '', null, 'en'))).toBe('abc')
})

test('orders figures by value, not by their text', () => {
  expect(ids(orderRows(rows, '', { column: 1, descending: false }, 'en'))).toBe('abc')
  expect(ids(orderRows(rows, '', { column: 1, descending: true }, 'en'))).toBe('cba')
})

test('orders names as the language does', () => {
  expect(ids(orderRows(rows, '', { column: 0, descending: false }, 'en'))).toBe('bac')
})

test('filters by what a reader sees, in any column', () => {
  expect(ids(orderRows(rows, ' $1000 ', null, 'en'))).toBe('b')
  expect(ids(orderRows(rows, 'ZHOU', null, 'en'))).toBe('c')
  expect(ids(orderRows(rows, 'omer', null, 'en'))).toBe('a')
  expect(ids(orderRows(rows, 'O\u0308mer', null, 'en'))).toBe('a')
  expect(ids(orderRows(rows, '９００', null, 'en'))).toBe('a')
})

test('a figure is found as it is typed, without the marks between its thousands', () => {
  const cell = { value: 1234.5, format: 'money' as const, text: '1.234,50 €', tone: null }
  const figures: RowView[] = [{ id: 'a', pick: null, actions: [], cells: [cell] }]
  for (const typed of ['1234', '1.234,50', '1234.5', '１２３４'])
    expect(ids(orderRows(figures, typed, null, 'es'))).toBe('a')
})

test('orders days and moments by when they are, whatever their offset', () => {
  const at = (id: string, value: string): RowView => ({
    id,
    pick: null,
    actions: [],
    cells: [{ value, format: 'datetime', text: value, tone: null }],
  })
  const moments = [
    at('a', '2026-03-02T09:00:00+02:00'),
    at('b', '2026-03-02'),
    at('c', '2026-03-02T06:00:00Z'),
  ]
  expect(ids(orderRows(moments, '', { column: 0, descending: false }, 'en'))).toBe('bca')
})

test('sorting goes up, down and back to the order of the world', () => {
  const up = nextSorting(null, 1)
  const down = nextSorting(up, 1)
  expect(up).toEqual({ column: 1, descending: false })
  expect(down).toEqual({ column: 1, descending: true })
  expect(nextSorting(down, 1)).toBeNull()
  expect(nextSorting(down, 0)).toEqual({ column: 0, descending: false })
})

test('a sorting survives being the value of a choice', () => {
  for (const sorting of [null, { column: 0, descending: false }, { column: 11, descending: true }])
    expect(readSorting(writeSorting(sorting))).toEqual(sorting)
})
