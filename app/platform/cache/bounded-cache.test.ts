import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createBoundedCache } from './bounded-cache'

const MEGABYTE = 1024 * 1024

/** Bytes in use after everything unreferenced is released. */
function heldBytes(): number {
  setFlagsFromString('--expose_gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().heapUsed
}

/** A key as it is cut out of a long header. */
const cutOut = (index: number): string =>
  `cookie=${String(index).padStart(40, '0')};${'x'.repeat(MEGABYTE)}`.slice(7, 47)

test('what was not used for longest goes first', () => {
  const cache = createBoundedCache<number>(2)
  cache.set('one', 1)
  cache.set('two', 2)
  expect(cache.get('one')).toBe(1)
  cache.set('three', 3)
  expect(['one', 'two', 'three'].map((key) => cache.get(key))).toEqual([1, undefined, 3])
})

test('a key that was cut out of a long text does not hold that text, nor does asking by it', () => {
  const cache = createBoundedCache<number>(100)
  const before = heldBytes()
  for (let index = 0; index < 100; index += 1) cache.set(cutOut(index), index)
  for (let index = 0; index < 100; index += 1) expect(cache.get(cutOut(index))).toBe(index)
  for (let index = 0; index < 100; index += 1) cache.set(cutOut(index), index)
  expect(heldBytes() - before).toBeLessThan(20 * MEGABYTE)
  expect(cache.get(cutOut(99))).toBe(99)
})
