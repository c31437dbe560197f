import { expect, test } from 'vitest'
import type { SegmentGroup } from '~/domain/insight/segment/segment-rule'
import { ruleWith } from './segment-edits'

const returned = { fact: 'returned' } as const
const known = { fact: 'account-known' } as const
const inner: SegmentGroup = { match: 'any', rules: [returned, known] }
const root: SegmentGroup = { match: 'all', rules: [known, inner] }

test('a rule in a group in a group is replaced or removed, and nothing else', () => {
  expect(ruleWith(root, [1, 0], known)).toEqual({
    match: 'all',
    rules: [known, { match: 'any', rules: [known, known] }],
  })
  expect(ruleWith(root, [1, 0], null)).toEqual({
    match: 'all',
    rules: [known, { match: 'any', rules: [known] }],
  })
  expect(ruleWith(root, [0], null)).toEqual({ match: 'all', rules: [inner] })
  expect(ruleWith(root, [], inner)).toBe(inner)
})

test('a place that is not there changes nothing', () => {
  expect(ruleWith(root, [7], null)).toEqual(root)
  expect(ruleWith(root, [0, 0], null)).toEqual(root)
  expect(ruleWith(root, [], null)).toBe(root)
})
