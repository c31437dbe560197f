import type { KeyCounts } from './key-counts'

const STARS = [5, 4, 3, 2, 1] as const

export interface RatingSummary {
  rated: number
  mean: number | null
  /** Trials by number of stars, five first. */
  distribution: { stars: number; count: number }[]
}

/** Mean and distribution of the ratings, and how many there are, from counts by number of stars. */
export function ratingSummary(byStars: KeyCounts): RatingSummary {
  const distribution = STARS.map((stars) => ({ stars, count: byStars.get(String(stars)) ?? 0 }))
  const rated = distribution.reduce((sum, { count }) => sum + count, 0)
  const total = distribution.reduce((sum, { stars, count }) => sum + stars * count, 0)
  return { rated, mean: rated === 0 ? null : total / rated, distribution }
}
