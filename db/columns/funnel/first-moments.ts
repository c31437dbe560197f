import type { DuckDBConnection } from '@duckdb/node-api'
import { sql, type SQL } from 'drizzle-orm'
import type { FunnelEventRule, FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { EventSource } from './event-source'
import { maskedEvents } from './events-sql'
import { numbersOf, readChunks } from './read-events'
import type { AttemptTimes } from './step-tally'
import { EXCLUDED, STEPS } from './unit-events'

/**
 * Most units did each step for the first time in the order of the steps and within the window. Their first moments are then
 * their winning attempt: none gets further, none is earlier. The database finds them without sorting. This holds only when
 * no event can fill two steps, and where events between steps do not matter.
 */
export const canUseFirstMoments = ({ order, steps, breakdown }: FunnelQuery): boolean =>
  order !== 'strict' &&
  breakdown === null &&
  steps.every((rule, step) => steps.slice(step + 1).every((later) => excludeEachOther(rule, later)))

const excludeEachOther = (a: FunnelEventRule, b: FunnelEventRule) =>
  a.event !== b.event ||
  Object.entries(a.where).some(([prop, value]) => Object.hasOwn(b.where, prop) && b.where[prop] !== value)

/** Tells the winning attempt of each such unit. Gives the other units that have an attempt. */
export async function readFirstMoments(
  connection: DuckDBConnection,
  source: EventSource,
  query: FunnelQuery,
  onUnit: (attempt: AttemptTimes) => void,
): Promise<number[]> {
  const steps = query.steps.length
  const attempt = { length: 0, at: new Float64Array(steps) }
  const others: number[] = []
  await readChunks(connection, firstMomentsSql(source, query), (chunk) => {
    const [units, settled, ...moments] = Array.from({ length: steps + 2 }, (_, column) =>
      numbersOf(chunk, column),
    )
    for (let row = 0; row < chunk.rowCount; row += 1) {
      if (settled?.getItem(row) === 0) {
        others.push(units?.getItem(row) ?? 0)
        continue
      }
      attempt.length = 0
      for (const moment of moments) take(attempt, moment.getItem(row) ?? NEVER)
      onUnit(attempt)
    }
  })
  return others
}

const NEVER = Infinity

/** Keeps the moments by time. */
function take(attempt: { length: number; at: Float64Array }, moment: number): void {
  if (moment === NEVER) return
  let place = attempt.length
  for (; place > 0 && (attempt.at[place - 1] ?? 0) > moment; place -= 1)
    attempt.at[place] = attempt.at[place - 1] ?? 0
  attempt.at[place] = moment
  attempt.length += 1
}

function firstMomentsSql(source: EventSource, query: FunnelQuery): SQL {
  const { settled, last, moments } = (query.order === 'ordered' ? inOrder : anyOrder)(query)
  const undisturbed =
    query.exclusions.length > 0
      ? sql`(excluded is null or excluded >= ${last} or last_excluded <= opened)`
      : sql`true`
  const columns = moments.map((moment) => sql`coalesce((${moment})::double, 'infinity')`)
  return sql`
    with ${maskedEvents(source, query)},
      first as (select unit, ${sql.join(firstMoments(query), sql`, `)} from masked group by unit)
    select unit, (${settled} and ${undisturbed})::integer, ${sql.join(columns, sql`, `)}
    from first where opened is not null`
}

/** Of a unit: when it opened an attempt, did each step and had something excluded for the first time. */
function firstMoments({ steps, order, exclusions, fromMs, toMs }: FunnelQuery): SQL[] {
  const opener = order === 'ordered' ? 1 : STEPS
  const range = [
    ...(fromMs === null ? [] : [sql`and at_ms >= ${fromMs}`]),
    ...(toMs === null ? [] : [sql`and at_ms <= ${toMs}`]),
  ]
  const excluded = sql`filter ((mask & ${EXCLUDED}) <> 0)`
  return [
    sql`min(at_ms) filter ((mask & ${opener}) <> 0 ${sql.join(range, sql` `)}) as opened`,
    ...steps.map((_, step) => sql`min(at_ms) filter ((mask & ${2 ** step}) <> 0) as ${named(step)}`),
    ...(exclusions.length > 0
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

/** All first moments lie within the window. */
function anyOrder({ steps, windowSeconds }: FunnelQuery): Settled {
  const moments = steps.map((_, step) => named(step))
  const end = sql`opened + ${windowSeconds * 1_000}`
  const within = moments.map((one) => sql`(${one} is null or (${one} >= opened and ${one} <= ${end}))`)
  return {
    settled: sql.join(within, sql` and `),
    last: sql`greatest(${sql.join(moments, sql`, `)})`,
    moments,
  }
}
