import { expect, test } from 'vitest'
import type { FieldView } from '~/domain/demo/screen/blocks/form'
import { checkField, checkForm, fillValues, initialValues, readFormValues } from './form-values'

const field = (name: string, kind: FieldView['kind'], more: Partial<FieldView> = {}): FieldView => ({
  name,
  kind,
  label: name,
  required: false,
  min: null,
  max: null,
  whole: false,
  step: null,
  earliest: null,
  latest: null,
  pattern: null,
  options: null,
  initial: null,
  placeholder: null,
  help: null,
  tip: null,
  ...more,
})

const customer = field('customer', 'select', {
  required: true,
  options: [{ value: 'c1', label: 'Northwind' }],
})
const qty = field('qty', 'number', { required: true, min: 1, max: 500 })
const rush = field('rush', 'checkbox')
const note = field('note', 'longtext', { max: 5 })
const fields = [customer, qty, rush, note]

test('opens with what the demo gives and nothing else', () => {
  expect(initialValues([{ ...qty, initial: 10 }, rush, note])).toEqual({ qty: '10', rush: false, note: '' })
})

test('sends numbers, yes and no as such, and leaves out what was left empty', () => {
  const values = { customer: 'c1', qty: ' 12.5 ', rush: true, note: '  ' }
  expect(readFormValues(fields, values)).toEqual({ customer: 'c1', qty: 12.5, rush: true })
})

test('filling in an example keeps what the example does not speak of', () => {
  const values = { ...initialValues(fields), note: 'mine' }
  expect(fillValues(fields, values, { customer: 'c1', qty: 3, unknown: 1 })).toEqual({
    customer: 'c1',
    qty: '3',
    rush: false,
    note: 'mine',
  })
})

test('says at each field what stands against it, with the limit that was passed', () => {
  expect(checkForm(fields, { customer: '', qty: '0', rush: false, note: 'longer' })).toEqual({
    customer: { code: 'required' },
    qty: { code: 'tooSmall', limit: 1 },
    note: { code: 'tooLong', limit: 5 },
  })
  expect(checkForm(fields, { customer: 'c1', qty: '500', rush: false, note: '' })).toEqual({})
})

test('a number must be one, a choice must be on the list, a required box must be ticked', () => {
  expect(checkField(qty, 'ten')).toEqual({ code: 'notNumber' })
  expect(checkField(customer, 'c9')).toEqual({ code: 'notOption' })
  expect(checkField({ ...rush, required: true }, false)).toEqual({ code: 'required' })
})

test('a pattern speaks for the whole text', () => {
  const code = field('code', 'text', { pattern: '[A-Z]{2}\\d' })
  expect(checkField(code, 'xAB1')).toEqual({ code: 'pattern' })
  expect(checkField(code, 'AB1')).toBeNull()
})

test('whole numbers and steps are asked for as the engine asks for them', () => {
  const cases = field('cases', 'number', { whole: true, min: 1 })
  expect(checkField(cases, '1.5')).toEqual({ code: 'whole', limit: 1 })
  expect(checkField(cases, '12')).toBeNull()
  expect(checkField(cases, '１２')).toBeNull()
  expect(checkField(field('price', 'money', { step: 0.01 }), '9.995')).toEqual({ code: 'step', limit: 0.01 })
})

test.each(['0x1F', '1e3', '1,5', '--1', 'Infinity'])('%s is no number to a field', (typed) => {
  expect(checkField(field('n', 'number'), typed)).toEqual({ code: 'notNumber' })
})

test('a date lies between its bounds, and a text of invisible characters is none', () => {
  const day = field('day', 'date', { earliest: '2026-03-01', latest: '2026-03-31' })
  expect(checkField(day, '2026-02-28')).toEqual({ code: 'tooEarly', limit: '2026-03-01' })
  expect(checkField(day, '2026-04-01')).toEqual({ code: 'tooLate', limit: '2026-03-31' })
  expect(checkField(day, '2026-03-31')).toBeNull()
  expect(checkField(field('name', 'text', { required: true }), '\u200b')).toEqual({ code: 'required' })
  expect(checkField(field('name', 'text', { max: 1 }), '😀')).toBeNull()
})
