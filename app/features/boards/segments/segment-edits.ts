import type { SegmentGroup, SegmentRule } from '~/domain/insight/segment/segment-rule'
import { isGroup } from '~/domain/insight/segment/segment-rule'

/** Where a rule stands: its place in the outermost group, then in the group there, and so on. Empty: the outermost group. */
export type RulePath = readonly number[]

/** The rule with another one at a place; with null without the one there. */
export function ruleWith(root: SegmentGroup, path: RulePath, rule: SegmentRule | null): SegmentGroup {
  const [place, ...rest] = path
  if (place === undefined) return rule !== null && isGroup(rule) ? rule : root
  const rules = root.rules.flatMap((one, index) => {
    if (index !== place) return [one]
    if (rest.length > 0) return isGroup(one) ? [ruleWith(one, rest, rule)] : [one]
    return rule === null ? [] : [rule]
  })
  return { ...root, rules }
}
