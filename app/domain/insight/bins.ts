/** A bar of a distribution: values from `from` up to, but not including, `until`; the last bar is unbounded. */
export interface Bin {
  key: string
  from: number
  until: number | null
}

const MINUTE_MS = 60_000
const LONGEST_MINUTES = 20

/** Active time in whole minutes; twenty minutes and more share the last bar. Bounds in ms. */
export const DURATION_BINS: readonly Bin[] = Array.from({ length: LONGEST_MINUTES + 1 }, (_, minute) => ({
  key: String(minute),
  from: minute * MINUTE_MS,
  until: minute === LONGEST_MINUTES ? null : (minute + 1) * MINUTE_MS,
}))

/** Scores in tens; 100 belongs to the last bar. */
export const SCORE_BINS: readonly Bin[] = Array.from({ length: 10 }, (_, ten) => ({
  key: String(ten * 10),
  from: ten * 10,
  until: ten === 9 ? null : ten * 10 + 10,
}))

/** The bar of a value of 0 or more. */
export function binOf(value: number, bins: readonly Bin[]): Bin | undefined {
  return bins.find((bin) => value >= bin.from && (bin.until === null || value < bin.until))
}
