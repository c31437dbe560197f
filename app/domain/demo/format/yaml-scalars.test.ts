import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { z } from 'zod'
import { readYaml } from '~/domain/content/read-yaml'
import { readYamlSource } from './yaml-source'

function read(source: string) {
  const result = readYamlSource(source)
  return 'problems' in result ? { problem: result.problems[0] } : { value: result.value }
}

test.each([
  ...[
    '00123',
    '+34600111222',
    '1.10',
    '1e3',
    '1E3',
    '0x1F',
    '0o17',
    '.5',
    '5.',
    '-0',
    '1.0',
    '-.5',
    '+1',
    '007',
  ],
  ...['~', 'Null', 'NULL', 'True', 'TRUE', 'False', '.inf', '.nan', '1e999', '12345678901234567890'],
  ...['0.1234567890123456789', '12e03', '-00.5', '9007199254740993'],
])(
  '%s without quotes is a problem with its place, and the text of its hint reads as what was written',
  (written) => {
    for (const [before, after, column] of [
      ['a:\n  b: ', '', 6],
      ['a:\n  b: [x, ', ', y]', 10],
      ['a:\n  b: { c: ', ' }', 11],
    ] as const) {
      const source = before + written + (written.includes('#') ? `\n${after}` : after)
      const { problem } = read(source)
      expect(problem).toMatchObject({ line: 2, column, severity: 'error' })
      const [hint = ''] = /"(?:[^"\\]|\\.)*"/.exec(problem!.message) ?? []
      const { value } = read(before + hint + after) as { value: { a: { b: unknown } } }
      expect(JSON.stringify(value.a.b)).toContain(JSON.stringify(written))
    }
  },
)

test.each(['007', '1.10', '0x1F', '+5', 'True', '1e3'])(
  '%s as a key is a problem, and its hint reads as the key',
  (key) => {
    const { problem } = read(`a: 1\n${key}: x`)
    expect(problem).toMatchObject({ code: 'yaml-silent-change', line: 2, column: 1 })
    const [hint = ''] = /"[^"]*"/.exec(problem!.message) ?? []
    expect(read(`a: 1\n${hint}: x`)).toEqual({ value: { a: 1, [key]: 'x' } })
  },
)

test.each([
  ...[
    'yes',
    'no',
    'on',
    'off',
    '12:30:00',
    '2026-01-05',
    '1_000',
    '1,000',
    '0b11',
    '1.2.3',
    '+34 600',
    'NaN',
    'e3',
  ],
])('%s is a text and stays one', (written) => {
  expect(read(`a: ${written}`)).toEqual({ value: { a: written } })
})

test.each([
  ['0', 0],
  ['-12', -12],
  ['12.5', 12.5],
  ['-0.25', -0.25],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ['true', true],
  ['null', null],
  ['"00123"', '00123'],
  ["'1.10'", '1.10'],
  ['6 # minutes', 6],
  ['Ask # a comment', 'Ask'],
])('%s reads as it is written', (written, value) => {
  expect(read(`a: ${written}`)).toEqual({ value: { a: value } })
})

test('a text that is cut at a number sign is a problem', () => {
  expect(read('a:\n  b: Order #4').problem).toMatchObject({ code: 'yaml-silent-change', line: 2, column: 6 })
})

test('whatever is read without a problem prints as it was written', () => {
  const sign = fc.constantFrom(...'0123456789+-._eExXoO~')
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 8 }), (written) => {
      const { value } = read(`a: ${written}`) as { value?: { a: unknown } | null }
      const kept = value?.a
      if (typeof kept === 'string' || typeof kept === 'number') expect(String(kept)).toBe(written)
      else expect(kept).toBeUndefined()
    }),
    { numRuns: tries(2_000) },
  )
})

test('front matter and other files are held to the same', async () => {
  const { splitFrontMatter } = await import('~/domain/content/vetting/front-matter')
  expect(splitFrontMatter('---\ntitle: x\nversion: 1.10\n---\nText')).toMatchObject({
    ok: false,
    problems: [{ line: 3, column: 10, message: expect.stringContaining('"1.10"') as string }],
  })
})

test.each([
  'a: price #$5',
  'a: x #-5',
  'a: size #"L"',
  'a: x #😀',
  'a: 5 #kg',
  'a: true #no',
  'a: [room #12\n]',
  'a: { b: 1 #x\n }',
])('%s loses what stands behind the number sign, which is a problem', (source) => {
  expect(read(source).problem).toMatchObject({ code: 'yaml-silent-change', line: 1 })
})

test.each(['a: x # note', 'a: x ## note', 'a: x #---', 'a: x #', 'a: "x" #y', 'a: |\n  x #y\n'])(
  '%s holds a comment and no more',
  (source) => {
    expect(read(source)).toHaveProperty('value')
  },
)

test.each([
  ['a:\n  - #red\n  - b', 2, '"#red"'],
  ['a: #red', 1, '"#red"'],
  ['a:\n  - { x: 1, b: #c\n    }', 2, '"#c"'],
  ['a: {name}', 1, '"{name}"'],
  ['a:\n  - x\n  - {visitor.name}', 3, '"{visitor.name}"'],
])('%s leaves nothing of a text, and the hint is the text', (source, line, hint) => {
  const known = readYaml(z.unknown(), source)
  expect(known).toMatchObject({ ok: false, problems: [{ code: 'yaml-silent-change', line }] })
  expect(JSON.stringify(known)).toContain(JSON.stringify(hint).slice(1, -1))
})
