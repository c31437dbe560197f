import { expect, test } from 'vitest'
import { rowNames } from './row-name'

const text = (value: string) => ({ text: value, format: 'text' as const })
const money = (value: string) => ({ text: value, format: 'money' as const })
const date = (value: string) => ({ text: value, format: 'date' as const })

test('rows are called by their first text', () => {
  expect(
    rowNames([
      [text('INV-7'), text('Acme')],
      [text('INV-8'), text('Acme')],
    ]),
  ).toEqual(['INV-7', 'INV-8'])
})

test('a date or an amount that comes first names no row', () => {
  expect(
    rowNames([
      [date('3 May'), text('Acme')],
      [date('4 May'), text('Alder')],
    ]),
  ).toEqual(['Acme', 'Alder'])
})

test('rows that share their first text are told apart by what differs, and by no more', () => {
  const rows = [
    [text('Acme'), text('cups'), text('INV-7'), money('$10')],
    [text('Acme'), text('cups'), text('INV-8'), money('$10')],
    [text('Alder'), text('cups'), text('INV-9'), money('$20')],
  ]
  expect(rowNames(rows)).toEqual(['Acme INV-7', 'Acme INV-8', 'Alder'])
})

test('an amount tells apart where no text does', () => {
  expect(
    rowNames([
      [text('Acme'), money('$10')],
      [text('Acme'), money('$20')],
    ]),
  ).toEqual(['Acme $10', 'Acme $20'])
})

test('a row without a first text is called by the next', () => {
  expect(
    rowNames([
      [text(''), text('cups')],
      [text('Acme'), text('lids')],
    ]),
  ).toEqual(['cups', 'Acme'])
  expect(rowNames([])).toEqual([])
  expect(rowNames([[], []])).toEqual(['', ''])
})
