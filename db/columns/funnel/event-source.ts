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
  /** The condition under which an event fits the rule; null when none does. */
  fits(rule: FunnelEventRule): SQL | null
  /** A property as JSON writes it; null when no event has it. */
  valueOf(prop: string): SQL | null
}

/** Where the events of a funnel are. */
interface FunnelEvents {
  /** Common table expressions that the branches read. */
  tables: readonly SQL[]
  branches: readonly EventBranch[]
}

/** Names what of it a query needs. */
export type EventSource = (query: FunnelQuery) => FunnelEvents

/** The properties by which a query chooses among events of a name, or groups. */
export function propsOf({ steps, exclusions, breakdown }: FunnelQuery, event: string): Set<string> {
  const rules = [...steps, ...exclusions].filter((rule) => rule.event === event)
  return new Set([
    ...rules.flatMap(({ where }) => Object.keys(where)),
    ...(breakdown ? [breakdown.prop] : []),
  ])
}
