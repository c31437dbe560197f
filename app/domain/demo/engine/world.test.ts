import { expect, test } from 'vitest'
import { listWithRoom, MAX_ROWS, pathSegments, readPath } from './world'

test.each(['__proto__', 'constructor', 'prototype'])('%s is never read', (key) => {
  expect(readPath({}, [key])).toBeUndefined()
  expect(readPath({ a: {} }, ['a', key, 'x'])).toBeUndefined()
})

test('a list takes rows until it is full', () => {
  const full = { rows: Array.from({ length: MAX_ROWS }, () => 1) }
  expect(listWithRoom({ rows: [1] }, ['rows'])).toEqual([1])
  expect(() => listWithRoom(full, ['rows'])).toThrow('at most')
  expect(() => listWithRoom({ rows: {} }, ['rows'])).toThrow('not a list')
})

test('a path is read without its first segment', () => {
  expect(pathSegments('world.settings.vat')).toEqual(['settings', 'vat'])
})
