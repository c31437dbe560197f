import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionCounts, ConversionTally } from '~/domain/insight/conversion'
import type { ConversionTerms } from '~/domain/insight/conversion-terms'
import type { ConversionDay, FollowUp } from '~/domain/insight/follow-up'
import { conversionUnits, states } from './conversion-units'
import { instantLiteral } from './instants'
import { mapValues } from './map-values'

/**
 * Counts the conversion units of a scope. Equal to the oracle's `tallyConversion`. Served by trial_demo_started_idx or
 * trial_started_idx and the indexes of conversions.
 */
export async function readConversionTally(
  db: Executor,
  scope: BoardScope,
  terms: ConversionTerms,
): Promise<ConversionTally> {
  const tallies = await tally(db, scope, { terms, key: sql`''` })
  return tallies.get('') ?? nothing(scope)
}

/** As `tallyConversion`, of the trials of each demo; a demo without any is absent. */
export async function readConversionTallyByDemo(
  db: Executor,
  scope: BoardScope,
): Promise<ReadonlyMap<string, ConversionTally>> {
  return tally(db, scope, { terms: { unit: 'trial' }, key: sql`units.demo` })
}

const nothing = (scope: BoardScope): ConversionTally => ({
  counts: mapValues(states(scope), () => 0),
  followUp: { units: 0, days: [], followed: new Map(), longestMs: 0 },
})

interface TallyRow extends Record<string, unknown> {
  key: string
  counts: ConversionCounts
  longestMs: number
  days:
    | (Omit<ConversionDay, 'logOpen' | 'variance'> & { logOpen: number | null; variance: number | null })[]
    | null
  followed: [number, number][]
}

async function tally(
  db: Executor,
  scope: BoardScope,
  { terms, key }: { terms: ConversionTerms; key: SQL },
): Promise<ReadonlyMap<string, ConversionTally>> {
  const rows = await db.execute<TallyRow>(tallyQuery(scope, terms, key))
  return new Map([...rows].map((row) => [row.key, tallyOf(row)]))
}

/** JSON has no infinite numbers: when all have converted, the sums are infinite and become null. */
function tallyOf({ counts, longestMs, days, followed }: TallyRow): ConversionTally {
  const whole = (days ?? []).map((day) => ({
    ...day,
    logOpen: day.logOpen ?? Number.NEGATIVE_INFINITY,
    variance: day.variance ?? Number.POSITIVE_INFINITY,
  }))
  const followUp: FollowUp = { units: counts.all, days: whole, followed: new Map(followed), longestMs }
  return { counts, followUp }
}

function tallyQuery(scope: BoardScope, terms: ConversionTerms, key: SQL): SQL {
  const { now, conversionWindowMs } = scope.clock
  const { dayMs } = scope.rules
  const lastDay = Math.floor(conversionWindowMs / dayMs)
  const counters = sql.join(
    Object.entries(states(scope)).map(
      ([state, stands]) => sql`${state}::text, count(*) filter (where ${stands})`,
    ),
    sql`, `,
  )
  return sql`
    with unit as materialized (
      select ${key} as key, units.*, units.converted_at is not null as converted, greatest(0, round(extract(epoch from
        coalesce(units.converted_at, ${instantLiteral(now)}) - units.started_at) * 1000))::float8 as ms
      from ${conversionUnits(scope, terms)} as units
    ),
    moment as (
      select key, ms, count(*) as leaving, count(*) filter (where converted) as gone from unit group by key, ms
    ),
    risk as (
      select key, ms, gone::float8 as gone, (sum(leaving) over (partition by key order by ms desc))::float8 as followed
      from moment
    ),
    day as (
      select key, ceil(ms / ${dayMs}) as day, sum(gone) as conversions,
        case when bool_or(gone = followed) then null
          else sum(case when gone = followed then 0 else ln(1 - gone / followed) end) end as log_open,
        case when bool_or(gone = followed) then null
          else sum(case when gone = followed then 0 else gone / (followed * (followed - gone)) end) end as variance
      from risk where gone > 0 and ms <= ${conversionWindowMs} group by 1, 2
    ),
    followed as (
      select key, least(${lastDay}::float8, floor(ms / ${dayMs})) as day, count(*) as units from unit group by 1, 2
    )
    select units.key, jsonb_build_object(${counters}) as counts, max(units.ms) as "longestMs",
      (select jsonb_agg(jsonb_build_object('day', day.day, 'conversions', day.conversions, 'logOpen', day.log_open,
          'variance', day.variance) order by day.day)
        from day where day.key = units.key) as days,
      (select jsonb_agg(jsonb_build_array(followed.day, followed.units) order by followed.day)
        from followed where followed.key = units.key) as followed
    from unit as units group by units.key`
}
