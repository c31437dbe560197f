import { expect, test } from 'vitest'
import { seededId } from './seeded-id'

test('ids repeat for the same seed and differ for another, without collisions', () => {
  const ids = Array.from({ length: 5_000 }, (_, n) => seededId('a', n))
  expect(new Set([...ids, ...ids.map((_, n) => seededId('b', n))]).size).toBe(10_000)
  expect(seededId('a', 7)).toBe(ids[7])
  expect(ids.every((id) => /^[0-9a-z]{11}$/.test(id))).toBe(true)
})
