import { sql, type SQL } from 'drizzle-orm'
import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { EventBranch, EventReading, EventSource } from './event-source'
import { EXCLUDED, STEPS } from './unit-events'

/**
 * The tables of a statement that reads the events which matter to a funnel. `masked` has the columns `unit`, `at_ms` and `mask`,
 * whose bits say what an event can do; with a breakdown by a step also `value` and what orders events of one instant. With one by
 * first touch `touched` has the `value` of each unit that has one.
 */
export function maskedEvents(source: EventSource, query: FunnelQuery, reading: EventReading = {}): SQL {
  const { tables, branches } = source(query, reading)
  const parts = branches.map((branch) => branchSql(branch, query, reading)).filter((part) => part !== null)
  const masked = sql`masked as (${parts.length > 0 ? sql.join(parts, sql` union all `) : NOTHING})`
  const { breakdown } = query
  const touched =
    breakdown?.by === 'first-touch' ? [touchedUnits(source(query, {}).branches, breakdown.prop)] : []
  return sql.join([...tables, masked, ...touched], sql`, `)
}

const NOTHING = sql`
  select 0 as unit, 0 as at_ms, 0 as mask, null::varchar as value, 0 as rank, null::uuid as own, 0 as place where false`

function branchSql(branch: EventBranch, query: FunnelQuery, reading: EventReading): SQL | null {
  const { from, unit, at, position } = branch
  const { bits, rules } = whatFits(branch, query, reading)
  const byStep = query.breakdown?.by === 'step' ? query.breakdown : null
  // Strict funnels need every event.
  const isStrict = query.order === 'strict'
  if (!unit || (!isStrict && rules.length === 0)) return null
  return sql`
    select ${unit} as unit, ${at} as at_ms, (${sql.join([sql`0`, ...bits], sql` + `)})::integer as mask
      ${byStep ? sql`, ${branch.valueOf(byStep.prop) ?? sql`null::varchar`} as value, ${position}` : sql``}
    from ${from}
    where ${isAmong(unit, reading)} and ${at} is not null ${isStrict ? sql`` : sql`and (${sql.join(rules, sql` or `)})`}`
}

const isAmong = (unit: SQL, { among }: EventReading): SQL =>
  among === undefined ? sql`${unit} is not null` : sql`${unit} in (select unit from ${sql.raw(among)})`

/** The value of the first event of each unit that has one. */
function touchedUnits(branches: readonly EventBranch[], prop: string): SQL {
  const parts = branches.flatMap(({ from, unit, at, position, touchOf }) => {
    const value = touchOf(prop)
    if (!unit || !value) return []
    return [
      sql`
      select ${unit} as unit, ${at} as at_ms, ${value} as value, ${position} from ${from}
      where ${unit} is not null and ${at} is not null and ${value} <> ${NO_VALUE}`,
    ]
  })
  return sql`touched as (
    select unit, value from (${parts.length > 0 ? sql.join(parts, sql` union all `) : NOTHING})
    qualify row_number() over (partition by unit order by at_ms, rank, own, place) = 1)`
}

/** The empty text is no value. */
export const NO_VALUE = JSON.stringify('')

function whatFits(
  { fits }: EventBranch,
  { steps, exclusions }: FunnelQuery,
  { firstOnly = () => false }: EventReading,
) {
  const filled = steps.map((rule, step) => ({ bit: 2 ** step, fit: fits(rule, firstOnly(step)) }))
  const excluded = exclusions.map((rule) => fits(rule, false)).filter((fit) => fit !== null)
  const all = [
    ...filled,
    { bit: EXCLUDED, fit: excluded.length > 0 ? sql`(${sql.join(excluded, sql` or `)})` : null },
  ].flatMap(({ bit, fit }) => (fit ? [{ bit, fit }] : []))
  return {
    bits: all.map(({ bit, fit }) => sql`case when ${fit} then ${bit} else 0 end`),
    rules: all.map(({ fit }) => sql`(${fit})`),
  }
}

/** Of a row of `masked`: it opens an attempt. */
export function opensAttempt({ order, fromMs, toMs }: FunnelQuery): SQL {
  return sql.join(
    [
      sql`(mask & ${order === 'unordered' ? STEPS : 1}) <> 0`,
      ...(fromMs === null ? [] : [sql`at_ms >= ${fromMs}`]),
      ...(toMs === null ? [] : [sql`at_ms <= ${toMs}`]),
    ],
    sql` and `,
  )
}
