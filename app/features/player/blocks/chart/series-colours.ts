const FILLS = ['fill-(--series-1)', 'fill-(--series-2)', 'fill-(--series-3)', 'fill-(--series-4)'] as const
const STROKES = [
  'stroke-(--series-1)',
  'stroke-(--series-2)',
  'stroke-(--series-3)',
  'stroke-(--series-4)',
] as const

/** Four colours, then again from the first. */
export function fillOf(index: number): string {
  return FILLS[index % FILLS.length] ?? FILLS[0]
}

export function strokeOf(index: number): string {
  return STROKES[index % STROKES.length] ?? STROKES[0]
}
