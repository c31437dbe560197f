import type { SQL } from 'drizzle-orm'
import type { FunnelEventRule, FunnelQuery } from '~/domain/insight/funnel/funnel-query'

/** Events of one kind, or of all. */
export interface EventBranch {
  /** What stands behind `from`, with its conditions. */
  from: SQL
  /** The number of the unit that an event belongs to; null when none of them belongs to one. */
  unit: SQL | null
  at: SQL
  /** Three columns, `rank`, `own` and `place`, that tell events of one instant apart. */
  position: SQL
  /** The condition under which an event fits the rule; null when none does. With `firstOnly` it may leave out all but a trial's first. */
  fits(rule: FunnelEventRule, firstOnly: boolean): SQL | null
  /** A property as JSON writes it; null when no event has it. */
  valueOf(prop: string): SQL | null
  /** The same of the events that may be the first with the property. */
  touchOf(prop: string): SQL | null
}

/** Where the events of a funnel are. */
interface FunnelEvents {
  /** Common table expressions that the branches read. */
  tables: readonly SQL[]
  branches: readonly EventBranch[]
}

/** What of the events is read. */
export interface EventReading {
  /** Of which steps, counted from 0, it is enough to know the first event of each trial that fits. */
  firstOnly?: (step: number) => boolean
  /** A table whose column `unit` names the units that are asked for; others may be left out. */
  among?: string
}

/** Names what of it a query needs. */
export type EventSource = (query: FunnelQuery, reading: EventReading) => FunnelEvents

/** The properties by which a query chooses among events of a name, or groups. */
export function propsOf({ steps, exclusions, breakdown }: FunnelQuery, event: string): Set<string> {
  const rules = [...steps, ...exclusions].filter((rule) => rule.event === event)
  return new Set([
    ...rules.flatMap(({ where }) => Object.keys(where)),
    ...(breakdown ? [breakdown.prop] : []),
  ])
}
