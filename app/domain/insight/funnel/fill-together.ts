import type { Moment } from './moment'

/** True when each of the moments can fill a step of its own: a matching, made larger by exchange (H. W. Kuhn, 1955). */
export function canFillTogether(moments: readonly Moment[], steps: number): boolean {
  const filledBy = new Map<number, Moment>()
  return moments.every((one) => place(one, steps, filledBy, new Set()))
}

function place(one: Moment, steps: number, filledBy: Map<number, Moment>, tried: Set<number>): boolean {
  for (let step = 0; step < steps; step += 1) {
    if (!one.fits[step] || tried.has(step)) continue
    tried.add(step)
    const holder = filledBy.get(step)
    if (holder && !place(holder, steps, filledBy, tried)) continue
    filledBy.set(step, one)
    return true
  }
  return false
}
