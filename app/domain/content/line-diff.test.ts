import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffCounts, diffHunks, diffLines } from './line-diff'

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 }).map((lines) => lines.join('\n'))
const joined = (before: string, after: string, without: 'added' | 'removed') =>
  diffLines(before, after)
    .filter((line) => line.kind !== without)
    .map((line) => line.text)
    .join('\n')

test('both texts can be read off the comparison', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(joined(before, after, 'added')).toBe(before)
      expect(joined(before, after, 'removed')).toBe(after)
    }),
  )
})

test('the script is as short as the longest common run allows', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [a, b] = [before, after].map((one) => (one === '' ? [] : one.split('\n'))) as [string[], string[]]
      const { added, removed } = diffCounts(diffLines(before, after))
      expect(added + removed).toBe(a.length + b.length - 2 * commonLength(a, b))
    }),
  )
})

test('equal texts have no hunks, and a change is shown with its neighbours', () => {
  const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`).join('\n')
  const after = before.replace('line 10', 'line ten')
  expect(diffHunks(diffLines(before, before))).toEqual([])
  const [hunk, ...others] = diffHunks(diffLines(before, after))
  expect(others).toEqual([])
  expect(hunk).toMatchObject({ before: 7, after: 7 })
  expect(hunk?.lines.map((line) => line.kind)).toEqual([
    ...['same', 'same', 'same'],
    ...['removed', 'added'],
    ...['same', 'same', 'same'],
  ])
})

test('a rewritten text of many lines is compared in bounded time', () => {
  const before = Array.from({ length: 6000 }, (_, index) => `old ${index}`).join('\n')
  const after = Array.from({ length: 6000 }, (_, index) => `new ${index}`).join('\n')
  expect(diffCounts(diffLines(before, after))).toEqual({ added: 6000, removed: 6000 })
}, 20_000)

function commonLength(a: string[], b: string[]): number {
  const row = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    let diagonal = 0
    b.forEach((other, index) => {
      const above = row[index + 1] ?? 0
      row[index + 1] = one === other ? diagonal + 1 : Math.max(above, row[index] ?? 0)
      diagonal = above
    })
  }
  return row[b.length] ?? 0
}
