import type { DuckDBConnection } from '@duckdb/node-api'
import { sql, type SQL } from 'drizzle-orm'
import type { FunnelEventRule, FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import { writeStatement } from '../columns-reader'
import type { EventReading, EventSource } from './event-source'
import { maskedEvents, NO_VALUE, opensAttempt } from './events-sql'
import { EXCLUDED } from './unit-events'

/**
 * Most units did each step for the first time in the order of the steps and within the window. Their first moments are then
 * their winning attempt: none gets further, none is earlier. The database finds them without sorting. This holds only when
 * no event can fill two steps, and where events between steps do not matter.
 */
export const canUseFirstMoments = ({ order, steps, breakdown }: FunnelQuery): boolean =>
  order !== 'strict' &&
  !(order === 'unordered' && breakdown?.by === 'step') &&
  steps.every((rule, step) => steps.slice(step + 1).every((later) => excludeEachOther(rule, later)))

const excludeEachOther = (a: FunnelEventRule, b: FunnelEventRule) =>
  a.event !== b.event ||
  Object.entries(a.where).some(([prop, value]) => Object.hasOwn(b.where, prop) && b.where[prop] !== value)

/**
 * Makes the table `attempt`: of each unit that opened one whether it is settled, the moments `at_0`, `at_1` and so on of the steps
 * as far as it got, and with a breakdown its value.
 */
export async function makeAttempts(
  connection: DuckDBConnection,
  source: EventSource,
  query: FunnelQuery,
): Promise<void> {
  const { settled, last, moments } = (query.order === 'ordered' ? inOrder : anyOrder)(query)
  const undisturbed =
    query.exclusions.length > 0
      ? sql`(excluded is null or excluded >= ${last} or last_excluded <= opened)`
      : sql`true`
  const columns = moments.map((moment, step) => sql`(${moment})::double as ${momentColumn(step)}`)
  const { value, valued, joined } = valuesOf(query)
  const { text, values } = writeStatement(sql`
    create or replace temp table attempt as
    with ${maskedEvents(source, query, firstOnlyIn(query))}, ${valued}
      first as (select unit, ${sql.join(firstMoments(query), sql`, `)} from masked group by unit)
    select unit, (${settled} and ${undisturbed}) as is_settled, ${value} as value, ${sql.join(columns, sql`, `)}
    from first ${joined} where opened is not null`)
  await connection.run(text, values)
}

/** The column of the moment of a step in `attempt`. */
export const momentColumn = (step: number): SQL => sql.raw(`at_${step}`)

/** Openers of a range may be later than the first event of a trial. */
const firstOnlyIn = ({ order, fromMs }: FunnelQuery): EventReading => ({
  firstOnly: (step) => fromMs === null || (order === 'ordered' && step > 0),
})

/** How each unit gets its value: that of its first touch, or of the event that did the step, of several the one that stands first. */
function valuesOf(query: FunnelQuery): Record<'value' | 'valued' | 'joined', SQL> {
  const { breakdown } = query
  if (!breakdown) return { value: sql`null::varchar`, valued: sql``, joined: sql`` }
  if (breakdown.by === 'first-touch')
    return { value: sql`touched.value`, valued: sql``, joined: sql`left join touched using (unit)` }
  const does = breakdown.step === 1 ? opensAttempt(query) : sql`(mask & ${2 ** (breakdown.step - 1)}) <> 0`
  return {
    value: sql`nullif(doer.value, ${NO_VALUE})`,
    valued: sql`doer as (
      select unit, value from masked where ${does}
      qualify row_number() over (partition by unit order by at_ms, rank, own, place) = 1),`,
    joined: sql`left join doer using (unit)`,
  }
}

/** Of a unit: when it opened an attempt, did each step and had something excluded for the first time. */
function firstMoments(query: FunnelQuery): SQL[] {
  const excluded = sql`filter ((mask & ${EXCLUDED}) <> 0)`
  return [
    sql`min(at_ms) filter (${opensAttempt(query)}) as opened`,
    ...query.steps.map((_, step) => sql`min(at_ms) filter ((mask & ${2 ** step}) <> 0) as ${named(step)}`),
    ...(query.exclusions.length > 0
      ? [sql`min(at_ms) ${excluded} as excluded`, sql`max(at_ms) ${excluded} as last_excluded`]
      : []),
  ]
}

/** The column of the first moment of a step. */
const named = (step: number) => sql.raw(`step_${step}`)

/** When first moments are the winning attempt, with the last of its steps. */
interface Settled {
  settled: SQL
  last: SQL
  moments: SQL[]
}

/** The first moments follow one another up to a step that the unit never did. */
function inOrder({ steps, windowSeconds }: FunnelQuery): Settled {
  const moments = steps.map((_, step) => (step === 0 ? sql`opened` : named(step)))
  const end = sql`opened + ${windowSeconds * 1_000}`
  let settled = sql`true`
  let last = moments.at(-1) ?? sql`opened`
  for (let step = steps.length - 1; step > 0; step -= 1) {
    const [before, own] = [moments[step - 1], moments[step]]
    settled = sql`(${own} is null or (${own} >= ${before} and ${own} <= ${end} and ${settled}))`
    last = sql`case when ${own} is null then ${before} else ${last} end`
  }
  return { settled, last, moments: moments.map((_, step) => reachedOnly(moments, step)) }
}

/** The moment of a step, unless one before it was never done. */
const reachedOnly = (moments: readonly SQL[], step: number) =>
  sql`case when ${sql.join([sql`true`, ...moments.slice(1, step).map((one) => sql`${one} is not null`)], sql` and `)} then ${moments[step]} end`

/** All first moments lie within the window. They are the moments of the steps by time. */
function anyOrder({ steps, windowSeconds }: FunnelQuery): Settled {
  const firsts = steps.map((_, step) => named(step))
  const list = sql.join(firsts, sql`, `)
  const end = sql`opened + ${windowSeconds * 1_000}`
  const within = firsts.map((one) => sql`(${one} is null or (${one} >= opened and ${one} <= ${end}))`)
  return {
    settled: sql.join(within, sql` and `),
    last: sql`greatest(${list})`,
    moments: steps.map(
      (_, step) => sql`(list_sort([${list}], 'asc', 'nulls last'))[${sql.raw(String(step + 1))}]`,
    ),
  }
}
