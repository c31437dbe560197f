import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FieldSpec } from './control'
import { formSamples } from './form-samples'
import { acceptPayload, fieldProblem } from './payload'

function field(spec: Partial<FieldSpec>): FieldSpec {
  return { name: 'x', kind: 'text', label: { en: 'X' }, required: false, initial: null, ...spec }
}

function accepts(spec: Partial<FieldSpec>, value: unknown): boolean {
  return acceptPayload({ kind: 'form', fields: [field(spec)] }, { x: value }).ok
}

test('fields must be of their kind', () => {
  expect(accepts({ kind: 'text' }, 'a')).toBe(true)
  expect(accepts({ kind: 'text' }, 1)).toBe(false)
  expect(accepts({ kind: 'text' }, '好 👍\n')).toBe(true)
  expect(accepts({ kind: 'text' }, 'a\0')).toBe(false)
  expect(accepts({ kind: 'text' }, '\ud83d')).toBe(false)
  expect(accepts({ kind: 'number' }, 1.5)).toBe(true)
  expect(accepts({ kind: 'number' }, '1')).toBe(false)
  expect(accepts({ kind: 'money' }, Number.POSITIVE_INFINITY)).toBe(false)
  expect(accepts({ kind: 'number' }, Number.NaN)).toBe(false)
  expect(accepts({ kind: 'checkbox' }, true)).toBe(true)
  expect(accepts({ kind: 'checkbox' }, 'on')).toBe(false)
  expect(accepts({ kind: 'date' }, '2024-02-29')).toBe(true)
  expect(accepts({ kind: 'date' }, '2025-02-29')).toBe(false)
  expect(accepts({ kind: 'date' }, '29.2.2024')).toBe(false)
  expect(accepts({ kind: 'text' }, { en: 'a' })).toBe(false)
})

test('required fields are filled; a required checkbox is ticked', () => {
  expect(accepts({ required: true }, '  ')).toBe(false)
  expect(accepts({ required: true, kind: 'number' }, null)).toBe(false)
  expect(accepts({ required: true, kind: 'number' }, 0)).toBe(true)
  expect(accepts({ required: true, kind: 'checkbox' }, false)).toBe(false)
})

test('min and max bound the value of a number and the length of a text', () => {
  expect(accepts({ kind: 'number', min: 1, max: 5 }, 0)).toBe(false)
  expect(accepts({ kind: 'number', min: 1, max: 5 }, 5)).toBe(true)
  expect(accepts({ max: 3 }, 'abcd')).toBe(false)
  expect(accepts({ min: 2 }, 'a')).toBe(false)
  expect(accepts({ min: 2 }, '')).toBe(true)
  expect(accepts({}, 'a'.repeat(2_001))).toBe(false)
})

test('a pattern must match the whole text', () => {
  expect(accepts({ pattern: '[A-Z]{2}[0-9]+' }, 'DE12')).toBe(true)
  expect(accepts({ pattern: '[A-Z]{2}[0-9]+' }, 'xDE12')).toBe(false)
  expect(accepts({ pattern: '[0-9]+' }, '1'.repeat(201))).toBe(false)
})

test('an option must be on screen', () => {
  const options = [{ value: 'a', label: { en: 'A' } }]
  expect(accepts({ kind: 'select', options }, 'a')).toBe(true)
  expect(accepts({ kind: 'select', options }, 'b')).toBe(false)
  expect(accepts({ kind: 'select', options }, null)).toBe(true)
})

test('fields that are absent become empty, unknown ones are refused', () => {
  const fields = [
    field({ name: 'a' }),
    field({ name: 'b', kind: 'number' }),
    field({ name: 'c', kind: 'checkbox' }),
  ]
  expect(acceptPayload({ kind: 'form', fields }, {})).toEqual({
    ok: true,
    data: { a: '', b: null, c: false },
  })
  expect(acceptPayload({ kind: 'form', fields }, { d: 1 })).toMatchObject({ ok: false, at: 'data.d' })
})

test('a button sends its own data, and the engine adds it', () => {
  const fixed = { kind: 'fixed' as const, data: { fast: true } }
  expect(acceptPayload(fixed, undefined)).toEqual({ ok: true, data: { fast: true } })
  expect(acceptPayload(fixed, { fast: true })).toEqual({ ok: true, data: { fast: true } })
  expect(acceptPayload(fixed, { fast: false }).ok).toBe(false)
  expect(acceptPayload({ kind: 'none' }, { a: 1 }).ok).toBe(false)
})

test('a row is one of those on screen', () => {
  const rows = { kind: 'row' as const, rows: [{ id: 'a', label: { en: 'A' } }] }
  expect(acceptPayload(rows, { id: 'a' })).toEqual({ ok: true, data: { id: 'a' } })
  expect(acceptPayload(rows, { id: 'b' }).ok).toBe(false)
  expect(acceptPayload(rows, { id: 'a', more: 1 }).ok).toBe(false)
  expect(acceptPayload(rows, undefined).ok).toBe(false)
})

test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused', (key) => {
  const data: unknown = JSON.parse(`{ "${key}": "x" }`)
  expect(acceptPayload({ kind: 'form', fields: [field({})] }, data).ok).toBe(false)
  expect(acceptPayload({ kind: 'none' }, data).ok).toBe(false)
})

test('any payload is accepted or refused without an exception', () => {
  const specs = [
    { kind: 'none' as const },
    { kind: 'fixed' as const, data: { a: 1 } },
    { kind: 'row' as const, rows: [] },
    {
      kind: 'form' as const,
      fields: [field({ kind: 'date' }), field({ name: 'y', kind: 'number', required: true })],
    },
  ]
  fc.assert(
    fc.property(fc.constantFrom(...specs), fc.anything({ withNullPrototype: true }), (spec, data) => {
      const accepted = acceptPayload(spec, data)
      if (accepted.ok) expect(JSON.parse(JSON.stringify(accepted.data))).toEqual(accepted.data)
    }),
  )
})

test.each([
  [{ whole: true }, 3, null],
  [{ whole: true }, 1.5, 'A whole number'],
  [{ whole: true, min: 1 }, 0, 'At least 1'],
  [{ step: 0.01 }, 19.99, null],
  [{ step: 0.01 }, 0.1 + 0.2, null],
  [{ step: 0.01 }, 19.995, 'In steps of 0.01'],
  [{ step: 0.5, min: 0.25 }, 1.75, null],
  [{ step: 0.5, min: 0.25 }, 2, 'In steps of 0.5 from 0.25'],
  [{ step: 12, whole: true }, 36, null],
  [{ step: 12, whole: true }, 40, 'In steps of 12'],
])('a field of %j and %j: %s', (steps, value, message) => {
  const field = {
    name: 'qty',
    kind: 'number' as const,
    label: { en: 'Qty' },
    required: true,
    initial: null,
    ...steps,
  }
  const problem = fieldProblem(field, value)
  if (message === null) expect(problem).toBeNull()
  else expect(problem).toContain(message)
  const [sample] = formSamples([field], undefined, 0)
  expect(fieldProblem(field, sample!.qty)).toBeNull()
})

test('a date lies between its bounds, both days included', () => {
  const day = field({ kind: 'date', earliest: '2026-03-01', latest: '2026-03-31' })
  const problem = (value: string) => fieldProblem(day, value)
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', '2026-03-32'].map(problem)).toEqual([
    'Not before 2026-03-01.',
    null,
    null,
    'Not after 2026-03-31.',
    'Expected a date such as 2025-01-31.',
  ])
})

test.each(['  ', '\u3000', '\u200b', '\u00ad\u2060', '\u2800', '\t\n'])('%j is no name', (name) => {
  expect(fieldProblem(field({ required: true }), name)).toBe('This field is required.')
})

test('the length of a text counts characters', () => {
  const name = field({ min: 2, max: 3 })
  expect(['😀', '😀😀', '😀😀😀', '中文😀字'].map((value) => fieldProblem(name, value))).toEqual([
    'At least 2 characters.',
    null,
    null,
    'At most 3 characters.',
  ])
})
