import { sql, type SQL } from 'drizzle-orm'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { EventBranch, EventSource } from './event-source'
import { EXCLUDED } from './unit-events'

/**
 * The tables of a statement that reads the events which matter to a funnel. The last one, `masked`, has the columns `unit`,
 * `at_ms` and `mask`, whose bits say what an event can do; with a breakdown also `value` and what orders events of one instant.
 */
export function maskedEvents(source: EventSource, query: FunnelQuery): SQL {
  const { tables, branches } = source(query)
  const parts = branches.map((branch) => branchSql(branch, query)).filter((part) => part !== null)
  const masked = parts.length > 0 ? sql.join(parts, sql` union all `) : NOTHING
  return sql.join([...tables, sql`masked as (${masked})`], sql`, `)
}

const NOTHING = sql`
  select 0 as unit, 0 as at_ms, 0 as mask, null::varchar as value, 0 as rank, null::uuid as own, 0 as place where false`

function branchSql(branch: EventBranch, query: FunnelQuery): SQL | null {
  const { from, unit, at, position } = branch
  const { bits, rules } = whatFits(branch, query)
  const value = query.breakdown && branch.valueOf(query.breakdown.prop)
  const touch = value && query.breakdown?.by === 'first-touch' ? [sql`${value} <> ${NO_VALUE}`] : []
  const matters = [...rules, ...touch]
  // Strict funnels need every event.
  const isStrict = query.order === 'strict'
  if (!unit || (!isStrict && matters.length === 0)) return null
  return sql`
    select ${unit} as unit, ${at} as at_ms, (${sql.join([sql`0`, ...bits], sql` + `)})::integer as mask
      ${query.breakdown ? sql`, ${value ?? sql`null::varchar`} as value, ${position}` : sql``}
    from ${from}
    where ${unit} is not null and ${at} is not null ${isStrict ? sql`` : sql`and (${sql.join(matters, sql` or `)})`}`
}

/** The empty text is no value. */
export const NO_VALUE = JSON.stringify('')

function whatFits({ fits }: EventBranch, { steps, exclusions }: FunnelQuery) {
  const filled = steps.map((rule, step) => ({ bit: 2 ** step, fit: fits(rule) }))
  const excluded = exclusions.map(fits).filter((fit) => fit !== null)
  const all = [
    ...filled,
    { bit: EXCLUDED, fit: excluded.length > 0 ? sql`(${sql.join(excluded, sql` or `)})` : null },
  ].flatMap(({ bit, fit }) => (fit ? [{ bit, fit }] : []))
  return {
    bits: all.map(({ bit, fit }) => sql`case when ${fit} then ${bit} else 0 end`),
    rules: all.map(({ fit }) => sql`(${fit})`),
  }
}
