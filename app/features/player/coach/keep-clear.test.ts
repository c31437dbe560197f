import { expect, test } from 'vitest'
import { clearest, covered } from './keep-clear'

const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })
const card = rect(10, 10, 10, 10)

test('a card covers the common area of each obstacle, and nothing of one that it touches', () => {
  const obstacles = { must: [rect(15, 15, 10, 10), rect(20, 10, 5, 5)], rather: [rect(0, 0, 12, 11)] }
  expect(covered(card, { ...obstacles, within: rect(0, 0, 99, 99) })).toEqual({ must: 25, rather: 2 })
  expect(covered(card, { must: [], rather: [], within: rect(0, 0, 99, 14) })).toEqual({ must: 60, rather: 0 })
})

test('what must be read counts before the rest, and the first of equal places is kept', () => {
  expect(
    clearest([
      { must: 1, rather: 0 },
      { must: 0, rather: 90 },
      { must: 0, rather: 90 },
    ]),
  ).toBe(1)
  expect(
    clearest([
      { must: 0, rather: 4 },
      { must: 0, rather: 3 },
    ]),
  ).toBe(1)
})
