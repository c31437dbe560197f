import { expect, test } from 'vitest'
import { z } from 'zod'
import { readQuery } from './read-query'

const schema = z.object({
  slug: z.string().regex(/^[a-z]+$/),
  from: z.iso.date().optional(),
  range: z.enum(['7d', '30d']).default('30d'),
})

test('what is right is read, and what is wrong is left out and named', () => {
  expect(readQuery(schema, { slug: 'a', from: '2026-02-30', range: '1d', other: 'x' })).toEqual({
    query: { slug: 'a', range: '30d' },
    leftOut: [
      { name: 'from', value: '2026-02-30' },
      { name: 'range', value: '1d' },
    ],
  })
  expect(readQuery(schema, { slug: 'a', range: '7d' })).toEqual({
    query: { slug: 'a', range: '7d' },
    leftOut: [],
  })
})

test('what the page is about must be right', () => {
  for (const parameters of [{ slug: 'A1' }, {}, { range: '7d' }]) {
    expect(() => readQuery(schema, parameters, ['slug'])).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    )
  }
})

test('a long value is told in short', () => {
  const [first] = readQuery(schema, { slug: 'a', from: `\u0000${'x'.repeat(9_000)}` }).leftOut
  expect(first?.value).toBe(`${'x'.repeat(60)}…`)
})
