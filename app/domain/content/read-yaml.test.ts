import { expect, test } from 'vitest'
import { z } from 'zod'

import { readYaml } from './read-yaml'

const schema = z.strictObject({ name: z.string(), list: z.array(z.strictObject({ n: z.number() })) })

test('a file that fits its schema is read', () => {
  expect(readYaml(schema, 'name: a\nlist:\n  - n: 1\n')).toEqual({
    ok: true,
    value: { name: 'a', list: [{ n: 1 }] },
  })
})

test('what does not fit is reported at its line and column', () => {
  expect(readYaml(schema, 'name: a\nlist:\n  - n: 1\n  - n: two\n')).toMatchObject({
    ok: false,
    problems: [{ code: 'invalid-shape', at: 'list.1.n', line: 4, column: 8 }],
  })
})

test('a missing key is reported where its parent begins', () => {
  expect(readYaml(schema, 'name: a\nlist:\n  - {}\n')).toMatchObject({
    ok: false,
    problems: [{ at: 'list.0.n', line: 3, column: 5 }],
  })
})

test.each([
  ['name: a\nname: b\n', 'yaml-syntax', 2],
  ['name: [a\n', 'yaml-syntax', 2],
  ['name: !!js/function "x"\n', 'yaml-syntax', 1],
  ['name: &a b\nlist: *a\n', 'yaml-alias', 2],
  ['name: "a\\0"\n', 'invalid-shape', 1],
  ['name: a\0\n', 'yaml-syntax', 1],
  ['list:\n  - n: .inf\n', 'invalid-shape', 2],
  ['['.repeat(100_000), 'yaml-syntax', 1],
  ['x'.repeat(200_001), 'too-large', 1],
])('%j is refused as %s', (source, code, line) => {
  expect(readYaml(schema, source)).toMatchObject({ ok: false, problems: [{ code, line }] })
})

test('a file of many keys is read in time that grows with its length', { timeout: 10_000 }, () => {
  const source = Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n')
  expect(readYaml(schema, source)).toMatchObject({ ok: false })
})
