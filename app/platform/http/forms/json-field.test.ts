import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { boundsProblem, jsonField } from './json-field'

const BOUNDS = { bytes: 1_000, depth: 3, entries: 20 }
const field = jsonField(z.object({ files: z.record(z.string(), z.string()) }), BOUNDS)

test('gives the value of its shape', () => {
  expect(field.parse('{"files":{"a":"[[[[ \\" ,{"}}')).toEqual({ files: { a: '[[[[ " ,{' } })
})

test.each([
  ['too many bytes', `"${'数'.repeat(400)}"`, /at most 1000 bytes/],
  ['too deep', '[[[[', /at most 3 deep/],
  ['too many entries', `[${'1,'.repeat(30)}1]`, /at most 20 entries/],
  ['no JSON', '{', /not JSON/],
])('refuses what has %s', (_what, text, message) => {
  expect(field.safeParse(text).error?.issues[0]?.message).toMatch(message)
})

test('what a bound is told of agrees with what the text holds', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      const depth = depthOf(value)
      const roomy = { bytes: 1e9, entries: 1e9 }
      expect(boundsProblem(text, { ...roomy, depth })).toBeNull()
      if (depth > 0) expect(boundsProblem(text, { ...roomy, depth: depth - 1 })).not.toBeNull()
    }),
  )
})
