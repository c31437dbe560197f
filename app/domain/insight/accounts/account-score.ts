/** What a score counts of an account, before its first conversion. */
export const SCORE_PARTS = [
  { name: 'people', each: 5, most: 25 },
  { name: 'days', each: 5, most: 20 },
  { name: 'demos', each: 5, most: 15 },
  { name: 'finished', each: 10, most: 20 },
  { name: 'asked', each: 20, most: 20 },
] as const

type ScorePart = (typeof SCORE_PARTS)[number]['name']

/** People who tried, different days on which they began, demos, trials that were finished, and trials that asked. */
export type ScoreCounts = Record<ScorePart, number>

/** One reason of a score: its count gives `each` points, `most` at the most. */
interface ScoreReason {
  name: ScorePart
  count: number
  each: number
  most: number
  points: number
}

/** A score from 0 to 100 with its reasons, whose points it is the sum of. */
export interface AccountScore {
  points: number
  reasons: ScoreReason[]
}

export function accountScore(counts: ScoreCounts): AccountScore {
  const reasons = SCORE_PARTS.map(({ name, each, most }): ScoreReason => {
    const count = counts[name]
    return { name, count, each, most, points: Math.min(count * each, most) }
  })
  return { reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) }
}
