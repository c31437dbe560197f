import type { Middleware, Placement, Rect } from '@floating-ui/react-dom'

/** What a card should not cover. `must` is what the step speaks of or needs read, `rather` everything else. */
export interface Obstacles {
  must: readonly Rect[]
  rather: readonly Rect[]
  /** Where it has to stay. */
  within: Rect
}

/** How much of the obstacles a card would cover, in square pixels. */
export interface Covered {
  must: number
  rather: number
}

/** In the order of preference. */
const PLACEMENTS: readonly Placement[] = [
  ...(['bottom-start', 'bottom', 'bottom-end', 'right-start', 'right', 'right-end'] as const),
  ...(['left-start', 'left', 'left-end', 'top-start', 'top', 'top-end'] as const),
]

function overlap(one: Rect, other: Rect): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return width > 0 && height > 0 ? width * height : 0
}

const coveredOf = (card: Rect, rects: readonly Rect[]): number =>
  rects.reduce((sum, rect) => sum + overlap(card, rect), 0)

/** What a card at this place covers. What stands outside its bounds counts as much as what must be read. */
export function covered(card: Rect, { must, rather, within }: Obstacles): Covered {
  const outside = card.width * card.height - overlap(card, within)
  return { must: outside + coveredOf(card, must), rather: coveredOf(card, rather) }
}

/** The first of the places that cover least of what must be read, then least of the rest. */
export function clearest(places: readonly Covered[]): number {
  let best = 0
  places.forEach((place, index) => {
    const than = places[best] ?? place
    if (place.must < than.must || (place.must === than.must && place.rather < than.rather)) best = index
  })
  return best
}

/** The part of `middlewareData` that `keepClear` writes. */
interface Tried {
  places: Covered[]
  settled: boolean
}

/** Tries the placements in turn and keeps the first that covers nothing, else the clearest one. */
export function keepClear(obstacles: () => Obstacles): Middleware {
  return {
    name: 'keepClear',
    fn({ x, y, rects, placement, middlewareData }) {
      const before = middlewareData.keepClear as Tried | undefined
      if (before?.settled) return {}
      const { width, height } = rects.floating
      const now = covered({ x, y, width, height }, obstacles())
      const places = [...(before?.places ?? []), now]
      const isClear = now.must === 0 && now.rather === 0
      const next = PLACEMENTS[places.length]
      if (!isClear && next) return { data: { places, settled: false }, reset: { placement: next } }
      const best = PLACEMENTS[clearest(places)]
      const data = { places, settled: true } satisfies Tried
      return best === undefined || best === placement ? { data } : { data, reset: { placement: best } }
    },
  }
}

/** The placement that is tried first. */
export const FIRST_PLACEMENT: Placement = PLACEMENTS[0] ?? 'bottom'

/** True when even the clearest place covers something that must be read. */
export function isCrowded(data: unknown): boolean {
  const { places, settled } = (data ?? { places: [], settled: false }) as Tried
  return settled && (places[clearest(places)]?.must ?? 0) > 0
}
