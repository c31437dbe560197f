import { expect, test } from 'vitest'
import { appendRow, MAX_ROWS, patchRow, pathSegments, readPath, writePath } from './world'

test('writing shares what is beside the path and leaves the old world alone', () => {
  const world = { a: { b: 1, c: { d: 2 } }, e: [1] }
  const next = writePath(world, ['a', 'b'], 9)
  expect(next).toEqual({ a: { b: 9, c: { d: 2 } }, e: [1] })
  expect(next.e).toBe(world.e)
  expect(world.a.b).toBe(1)
})

test('a missing parent cannot be written to', () => {
  expect(() => writePath({ a: 1 }, ['b', 'c'], 1)).toThrow('b is not a map')
})

test.each(['__proto__', 'constructor', 'prototype'])('%s is never read or written', (key) => {
  expect(readPath({}, [key])).toBeUndefined()
  expect(readPath({ a: {} }, ['a', key, 'x'])).toBeUndefined()
  expect(() => writePath({}, [key], 1)).toThrow()
  expect(() => writePath({ a: {} }, ['a', key], 1)).toThrow()
  expect(() => patchRow({}, JSON.parse(`{ "${key}": 1 }`))).toThrow('reserved')
})

test('a list takes rows until it is full', () => {
  const full = { rows: Array.from({ length: MAX_ROWS }, () => 1) }
  expect(appendRow({ rows: [1] }, ['rows'], 2)).toEqual({ rows: [1, 2] })
  expect(() => appendRow(full, ['rows'], 2)).toThrow('at most')
  expect(() => appendRow({ rows: {} }, ['rows'], 2)).toThrow('not a list')
})

test('a path is read without its first segment', () => {
  expect(pathSegments('world.settings.vat')).toEqual(['settings', 'vat'])
})
