/** A number that a chart can draw; anything else counts as 0. */
export function figureOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

/** The next round figure at or above `value`: 1, 2, 2.5 or 5 times a power of ten; 1 for nothing. */
export function niceCeiling(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 2.5, 5, 10].find((each) => each * power >= value) ?? 10
  return step * power
}

/** Points of a line in a box of 100 × 100, y downwards, `top` at y = 0. A single point stands in the middle. */
export function linePoints(values: readonly number[], top: number): { x: number; y: number }[] {
  const last = values.length - 1
  return values.map((value, index) => ({
    x: last === 0 ? 50 : (index / last) * 100,
    y: 100 - (Math.max(0, value) / top) * 100,
  }))
}

export interface Arc {
  /** Share of the whole, 0 to 1. */
  share: number
  /** Where it begins, 0 to 1, clockwise from the top. */
  start: number
}

/** Each value's arc of a ring. All arcs are empty when there is nothing to share. */
export function ringArcs(values: readonly number[]): Arc[] {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  let start = 0
  return values.map((value) => {
    const share = total === 0 ? 0 : Math.max(0, value) / total
    const arc = { share, start }
    start += share
    return arc
  })
}
