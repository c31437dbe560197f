import { DAY_MS } from '../../day'
import type { Touch } from './touch'

/**
 * How one conversion is shared among the touches before it. The last, the first, the last that was not direct, all
 * alike, by position (40% the first, 40% the last, 20% those between), or by age.
 */
export const ATTRIBUTION_MODELS = [
  'last',
  'first',
  'last-non-direct',
  'linear',
  'position',
  'time-decay',
] as const
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number]

/** By age: a touch this much older than another weighs half as much. Seven days, as is usual in web analytics. */
export const HALF_LIFE_MS = 7 * DAY_MS

/** The channel of a visit without a known source. */
export const DIRECT = 'direct'
export const END_SHARE = 0.4

/** One weight for each touch, at least one of them above 0. Touches are given in order of time, and there is one. */
export function weigh(model: AttributionModel, touches: readonly Touch[]): number[] {
  return WEIGHTS[model](touches)
}

const only = (touches: readonly Touch[], chosen: number): number[] =>
  touches.map((_, index) => Number(index === chosen))

const WEIGHTS: Record<AttributionModel, (touches: readonly Touch[]) => number[]> = {
  last: (touches) => only(touches, touches.length - 1),
  first: (touches) => only(touches, 0),
  'last-non-direct': (touches) => {
    const others = touches.flatMap(({ channel }, index) => (channel === DIRECT ? [] : [index]))
    return only(touches, others.at(-1) ?? touches.length - 1)
  },
  linear: (touches) => touches.map(() => 1),
  position: (touches) => touches.map((_, index) => positionWeight(index, touches.length)),
  'time-decay': (touches) => {
    const latest = touches.at(-1)?.at.getTime() ?? 0
    return touches.map(({ at }) => 2 ** ((at.getTime() - latest) / HALF_LIFE_MS))
  },
}

/** Of two touches each is an end; the only one is both. */
function positionWeight(index: number, count: number): number {
  const isEnd = index === 0 || index === count - 1
  return isEnd ? END_SHARE : (1 - 2 * END_SHARE) / (count - 2)
}
