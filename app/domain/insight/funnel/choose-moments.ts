import type { Moment } from './moment'

/**
 * For consecutive steps from `step` on, at the given instants, a moment each: none twice, and of several that would do the
 * one that stands first in the history. Every moment of `must` is among them. Null when there is no such choice.
 */
export function chooseMoments(
  step: number,
  instants: readonly number[],
  { free, must }: { free: readonly Moment[]; must: readonly Moment[] },
): Moment[] | null {
  const [at, ...later] = instants
  if (at === undefined) return must.length === 0 ? [] : null
  const alike = new Set<string>()
  // Of moments of one kind the second leads no further than the first.
  for (const one of free) {
    if (one.at !== at || !one.fits[step] || alike.has(one.kind)) continue
    alike.add(one.kind)
    const rest = { free: without(free, one), must: without(must, one) }
    const chosen = chooseMoments(step + 1, later, rest)
    if (chosen) return [one, ...chosen]
  }
  return null
}

const without = (moments: readonly Moment[], one: Moment) => moments.filter((other) => other !== one)
