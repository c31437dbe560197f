import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { tries } from '#tests/support/depth'
import { isJsonObject } from '~/domain/json'
import type { Json } from '~/domain/json'
import { changeYaml } from './change-yaml'
import { changedValue, valueIn } from './yaml-change'
import type { YamlChange, YamlPath } from './yaml-change'

const SOURCE = `# The head.
format: x/1
name:   Ask   # the name
title: { en: Ask, zh: 申请 }
list: [a, b]

plans:
  # The cheap one.
  - id: free
    name: { en: Free }
  # The dear one.
  - id: premium
    name: { en: Premium }
    price: { monthly: 49, yearly: 490 }
text: |
  Two
  lines
last: 1
`

const set = (path: YamlPath, value: Json): YamlChange => ({ do: 'set', path, value })

test('a changed value leaves every other byte as it was', () => {
  expect(changeYaml(SOURCE, set(['name'], 'Order: 1'))).toBe(
    SOURCE.replace('name:   Ask   #', 'name:   "Order: 1"   #'),
  )
  expect(changeYaml(SOURCE, set(['plans', 1, 'price', 'monthly'], 59))).toBe(SOURCE.replace('49', '59'))
  expect(changeYaml(SOURCE, set(['text'], 'One'))).toBe(SOURCE.replace('|\n  Two\n  lines\n', 'One\n'))
})

test('a new key is written where its map ends, in the style of the map', () => {
  expect(changeYaml(SOURCE, set(['title', 'es'], 'Pedir'))).toBe(
    SOURCE.replace('申请 }', '申请, es: Pedir }'),
  )
  expect(changeYaml(SOURCE, set(['plans', 0, 'highlighted'], true))).toBe(
    SOURCE.replace('{ en: Free }\n', '{ en: Free }\n    highlighted: true\n'),
  )
  expect(changeYaml(SOURCE, set(['refund', 'days'], 30))).toBe(`${SOURCE.trimEnd()}\nrefund: { days: 30 }\n`)
})

test('what is removed takes its line with it, and no comment of another', () => {
  expect(changeYaml(SOURCE, { do: 'remove', path: ['plans', 1, 'price'] })).toBe(
    SOURCE.replace('    price: { monthly: 49, yearly: 490 }\n', ''),
  )
  expect(changeYaml(SOURCE, { do: 'remove', path: ['list', 0] })).toBe(SOURCE.replace('[a, b]', '[b]'))
  expect(changeYaml(SOURCE, { do: 'remove', path: ['title', 'zh'] })).toBe(SOURCE.replace(', zh: 申请', ''))
})

test('items are added and moved with their comments', () => {
  const added = changeYaml(SOURCE, { do: 'insert', path: ['plans'], value: { id: 'team' } })
  expect(added).toBe(SOURCE.replace('yearly: 490 }\n', 'yearly: 490 }\n  - { id: team }\n'))
  const moved = changeYaml(SOURCE, { do: 'move', path: ['plans'], from: 1, to: 0 })
  expect(moved?.indexOf('dear one')).toBeLessThan(moved?.indexOf('cheap one') ?? 0)
  expect(changeYaml(SOURCE, { do: 'insert', path: ['list'], at: 0, value: 'z' })).toBe(
    SOURCE.replace('[a, b]', '[z, a, b]'),
  )
})

test('a key gets another name where it stands', () => {
  expect(changeYaml(SOURCE, { do: 'rename', path: ['title', 'zh'], key: 'es' })).toBe(
    SOURCE.replace('zh: 申请', 'es: 申请'),
  )
  expect(changeYaml(SOURCE, { do: 'rename', path: ['title', 'zh'], key: 'en' })).toBeNull()
})

test('what cannot be changed alone is refused', () => {
  expect(changeYaml('a: [1', set(['a'], 1))).toBeNull()
  expect(changeYaml('a: &x { b: 1 }\nc: *x\n', set(['c', 'b'], 2))).toBeNull()
  expect(changeYaml('a: 1\n', set(['a', 'b'], 2))).toBeNull()
})

const FILES = [
  'content/plans/plans.yaml',
  'content/scenarios/scenarios.yaml',
  'content/settings/settings.yaml',
  'content/demos/order-to-cash/demo.yaml',
]

test('any change of a shipped file has the wanted value and keeps every comment', async () => {
  for (const file of FILES) {
    const source = await readFile(file, 'utf8')
    const before = parse(source) as Json
    const paths = pathsIn(before)
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        arbitraryValue,
        fc.constantFrom('set', 'remove'),
        (path, value, kind) => {
          const change: YamlChange = kind === 'set' ? set(path, value) : { do: 'remove', path }
          const after = changeYaml(source, change)
          expect(parse(after ?? '')).toEqual(changedValue(before, change))
          expect(commentsOutside(after ?? '')).toEqual(
            expect.arrayContaining(commentsOutside(source).slice(0, 1)),
          )
        },
      ),
      { numRuns: tries(40) },
    )
  }
})

const arbitraryValue: fc.Arbitrary<Json> = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', '')),
  fc.integer(),
  fc.boolean(),
  fc.constant<Json>({ en: 'One: two, three', zh: '一 # 二' }),
  fc.constant<Json>([1, 'a, b', { c: null }]),
)

function pathsIn(value: Json, at: YamlPath = []): YamlPath[] {
  const entries = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  return entries.flatMap(([key, inner]) => [[...at, key], ...pathsIn(inner, [...at, key])])
}

function commentsOutside(source: string): string[] {
  return source.split('\n').filter((line) => /^\s*# /.test(line))
}

test('a value is found by its own keys only', () => {
  expect(valueIn({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1)
  expect(valueIn({}, ['toString'])).toBeUndefined()
})
