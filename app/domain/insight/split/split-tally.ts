import type { SplitSideName } from './split-plan'
import { SPLIT_SIDES } from './split-plan'

/** A visitor's first sight of their side. */
export interface Exposure {
  visitor: string
  side: SplitSideName
  atMs: number
}

/** A moment at which a visitor did what the measure counts. */
export interface ReachedMoment {
  visitor: string
  atMs: number
}

/**
 * The visitors of one side. Followed are those who were first shown it at least the follow-up time ago: they alone have
 * a rate. Of the younger ones some reached the measure early, the others are still open.
 */
export interface SideTally {
  shown: number
  followed: number
  reached: number
  early: number
  open: number
}

export interface SplitClock {
  nowMs: number
  followUpMs: number
}

/** The oracle of `readSplitTally`: what became of the visitors of each side. */
export function tallySplit(
  exposures: readonly Exposure[],
  moments: readonly ReachedMoment[],
  clock: SplitClock,
): Record<SplitSideName, SideTally> {
  const sides = SPLIT_SIDES.map((side) => {
    const own = exposures.filter((exposure) => exposure.side === side)
    return [side, tallySide(own, moments, clock)] as const
  })
  return Object.fromEntries(sides) as Record<SplitSideName, SideTally>
}

function tallySide(
  exposures: readonly Exposure[],
  moments: readonly ReachedMoment[],
  { nowMs, followUpMs }: SplitClock,
): SideTally {
  const hasReached = ({ visitor, atMs }: Exposure) =>
    moments.some(
      (moment) =>
        moment.visitor === visitor &&
        moment.atMs >= atMs &&
        moment.atMs <= Math.min(nowMs, atMs + followUpMs),
    )
  const isFollowed = ({ atMs }: Exposure) => atMs + followUpMs <= nowMs
  const followed = exposures.filter(isFollowed)
  const young = exposures.filter((exposure) => !isFollowed(exposure))
  const early = young.filter(hasReached).length
  return {
    shown: exposures.length,
    followed: followed.length,
    reached: followed.filter(hasReached).length,
    early,
    open: young.length - early,
  }
}
