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
  ['name: &a b\nlist: *a\n', 'yaml-alias', 1],
  ['x'.repeat(200_001), 'too-large', 1],
])('%j is refused as %s', (source, code, line) => {
  expect(readYaml(schema, source)).toMatchObject({ ok: false, problems: [{ code, line }] })
})
