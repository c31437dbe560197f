/** Repeatable random numbers: the same seed gives the same choices, in any process. */
export interface Random {
  /** In [0, 1). */
  next(): number
  chance(probability: number): boolean
  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number
  /** One of the weighted values. There must be one. */
  pick<Value>(choices: readonly (readonly [Value, number])[]): Value
  one<Value>(values: readonly Value[]): Value
  /**
   * A log-normal value around `median`, like times and delays. With `spread` 0.5 most are within a factor of two.
   */
  around(median: number, spread: number): number
}

/** A generator for each `seed`. */
export function createRandom(seed: string): Random {
  const next = mulberry32(hash(seed))
  const pick = <Value>(choices: readonly (readonly [Value, number])[]): Value => {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
    let left = next() * total
    const chosen = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1)
    if (!chosen) throw new Error('there is nothing to choose from')
    return chosen[0]
  }
  return {
    next,
    pick,
    chance: (probability) => next() < probability,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    one: (values) => pick(values.map((value) => [value, 1] as const)),
    around: (median, spread) => median * Math.exp(spread * normal(next)),
  }
}

/** Box and Muller's transform. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

/** Tommy Ettinger's Mulberry32: small, and random enough for a simulation. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
