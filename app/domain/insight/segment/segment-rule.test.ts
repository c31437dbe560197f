import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryHistories, arbitrarySegment } from '#tests/support/arbitrary-segment'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { tries } from '#tests/support/depth'
import { segmentMembers } from './segment-members'
import type { SegmentRule } from './segment-rule'
import { conditionsOf, segmentRuleSchema } from './segment-rule'

const nowMs = TEST_NOW.getTime()

test('a rule reads back as it was written', () => {
  fc.assert(
    fc.property(arbitrarySegment(), (rule) => {
      const parsed = segmentRuleSchema.safeParse(JSON.parse(JSON.stringify(rule)))
      expect(parsed.success).toBe(conditionsOf(rule).length > 0)
      if (parsed.success) expect(parsed.data).toEqual(JSON.parse(JSON.stringify(rule)))
    }),
    { numRuns: tries(500) },
  )
})

test('none holds of exactly those of whom any does not, and all of one rule is that rule', () => {
  fc.assert(
    fc.property(arbitraryHistories(40), arbitrarySegment(), (rows, { rules }) => {
      const size = (match: 'all' | 'any' | 'none', inner: SegmentRule[]) =>
        segmentMembers(rows, { rule: { match, rules: inner }, nowMs })
      const everybody = size('all', [])
      const [any, none] = [size('any', rules), size('none', rules)]
      expect(any.size + none.size).toBe(everybody.size)
      expect([...any].some((visitor) => none.has(visitor))).toBe(false)
      const [first] = rules
      if (first) expect(size('all', [first])).toEqual(size('any', [first]))
    }),
    { numRuns: tries(300) },
  )
})

test('a visitor with flagged trials alone is in no segment, and flagged trials tell nothing', () => {
  const [row] = fc.sample(
    arbitraryTrials(1).filter((rows) => rows.length === 1),
    1,
  )[0]!
  const own = (flags: string[], id: string) => ({ ...row!, id, flags, outcome: 'success' as const })
  const members = (rows: ReturnType<typeof own>[], atLeast: number) =>
    segmentMembers(rows, { rule: { match: 'all', rules: [{ fact: 'trials', atLeast, like: {} }] }, nowMs })
      .size
  expect(members([own(['bot-agent'], 'a')], 1)).toBe(0)
  expect(members([own([], 'a'), own(['internal'], 'b')], 2)).toBe(0)
  expect(members([own([], 'a'), own(['simulated'], 'b')], 2)).toBe(1)
})

test('what no schema knows is refused, and so are rules that are too deep, too long or empty', () => {
  const nested = (depth: number): unknown =>
    depth === 0 ? { fact: 'returned' } : { match: 'all', rules: [nested(depth - 1)] }
  const many = (size: number) => ({
    match: 'any',
    rules: Array.from({ length: size }, () => ({ fact: 'returned' })),
  })
  for (const wrong of [
    { match: 'all', rules: [] },
    { match: 'some', rules: [{ fact: 'returned' }] },
    { match: 'all', rules: [{ fact: 'rich' }] },
    { match: 'all', rules: [{ fact: 'returned', more: 1 }] },
    { match: 'all', rules: [{ fact: 'trials', atLeast: 0, like: {} }] },
    { match: 'all', rules: [{ fact: 'trials', atLeast: 1, like: { scoreAtLeast: 101 } }] },
    nested(5),
    nested(5_000),
    many(25),
    'returned',
    null,
  ]) {
    expect(segmentRuleSchema.safeParse(wrong).success).toBe(false)
  }
  expect(segmentRuleSchema.safeParse(nested(4)).success).toBe(true)
  expect(segmentRuleSchema.safeParse(many(24)).success).toBe(true)
})
