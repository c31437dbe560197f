import type { FunnelEvent } from './funnel-history'
import type { FunnelEventRule, FunnelQuery } from './funnel-query'

/** One event of a unit, as the funnel sees it. */
export interface Moment {
  at: number
  /** Its place in the whole history: of two equals the one that stands first is taken. */
  position: number
  event: FunnelEvent
  /** For each step, whether it can fill it. */
  fits: readonly boolean[]
  /** Moments of one kind can fill the same steps. */
  kind: string
  excluded: boolean
}

export function momentOf(event: FunnelEvent, position: number, query: FunnelQuery): Moment {
  const fits = query.steps.map((rule) => matches(event, rule))
  return {
    at: event.at,
    position,
    event,
    fits,
    kind: fits.join(),
    excluded: query.exclusions.some((rule) => matches(event, rule)),
  }
}

function matches(event: FunnelEvent, { event: name, where }: FunnelEventRule): boolean {
  return event.event === name && Object.entries(where).every(([prop, value]) => has(event, prop, value))
}

const has = ({ props }: FunnelEvent, prop: string, value: unknown) =>
  Object.hasOwn(props, prop) && props[prop] === value

/** By time, and within one instant by place in the history. */
export const byTime = (a: Moment, b: Moment): number => a.at - b.at || a.position - b.position
