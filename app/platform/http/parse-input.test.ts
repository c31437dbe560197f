import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parse-input'

const schema = z.object({ files: z.record(z.string(), z.string()), note: z.string().optional() })

test('what fits its schema is given as parsed', () => {
  expect(parseInput(schema, { files: { a: 'é 😀 \n' }, more: 1 })).toEqual({ files: { a: 'é 😀 \n' } })
})

test.each<[string, unknown, string]>([
  ['a NUL', { files: { 'a.mdx': 'x\0' } }, 'files.a.mdx'],
  ['half of a surrogate pair', { files: {}, note: '\ud83d' }, 'note'],
  ['a NUL in a name', { files: { 'a\0': '' } }, 'files'],
])('%s is refused with its place: no store could hold it', (_, input, at) => {
  expect(() => parseInput(schema, input)).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      details: { issues: [expect.objectContaining({ at })] },
    }),
  )
})
