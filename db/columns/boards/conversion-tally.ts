import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionCounts, ConversionTally } from '~/domain/insight/conversion'
import type { ConversionTerms } from '~/domain/insight/conversion-terms'
import type { ConversionDay } from '~/domain/insight/follow-up'
import type { ColumnsReader } from '../columns-reader'
import { conversionUnits } from './measured-trials'
import { readOne } from './read-one'
import { STATE_CONDITIONS } from './trial-set'

/** Counts the conversion units of a scope. Equal to the oracle's `tallyConversion`. */
export async function readConversionTally(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: ConversionTerms,
): Promise<ConversionTally> {
  const units = conversionUnits(reader, scope, terms)
  const row = await readOne<TallyRow>(reader, sql`with ${tallyParts(scope, units, 'whole')} from tally`)
  return tallyOf(row)
}

export interface TallyRow {
  states: ConversionCounts
  longestMs: number
  days: (Omit<ConversionDay, 'logOpen' | 'variance'> & { logOpen: number | null; variance: number | null })[]
  followed: { day: number; units: number }[]
}

/** The statement gives null for infinite sums, when all have converted. */
export function tallyOf({ states, longestMs, days, followed }: TallyRow): ConversionTally {
  const whole = days.map((day) => ({
    ...day,
    logOpen: day.logOpen ?? Number.NEGATIVE_INFINITY,
    variance: day.variance ?? Number.POSITIVE_INFINITY,
  }))
  const byDay = new Map(followed.map(({ day, units }) => [day, units]))
  return { counts: states, followUp: { units: states.all, days: whole, followed: byDay, longestMs } }
}

/** Units are tallied as a whole, or also those of each demo. */
export type TallyGroups = 'whole' | 'demo'

/**
 * Common table expressions over a relation like `conversionUnits`. The last, `tally`, has the columns of `TallyRow` and the
 * `key` of a group: the demo, or an empty text for the whole.
 */
export function tallyParts({ clock, rules }: BoardScope, units: SQL, groups: TallyGroups): SQL {
  const { now, conversionWindowMs } = clock
  const lastDay = Math.floor(conversionWindowMs / rules.dayMs)
  const key = KEYS[groups]
  return sql`
    unit as materialized (
      select trial.demo, ${stateFlags({ clock, rules })}, trial.converted_ms is not null as has_converted,
        greatest(0, coalesce(trial.converted_ms, ${now.getTime()}) - trial.started_ms) as ms
      from ${units} as trial),
    total as (
      select ${key.ofTotal} as key, ${STATE_COUNTS} as states, max(ms) as longest_ms,
        count(*) filter (where ms > ${conversionWindowMs}) as beyond
      from unit ${key.grouping}),
    own_moment as (
      select ${key.ofMoment} as key, ms, count(*) as leaving, count(*) filter (where has_converted) as gone
      from unit where ms <= ${conversionWindowMs} group by all),
    moment as (from own_moment ${key.andWhole}),
    followed as (
      select key, list(struct_pack(day := day, units := units) order by day) as followed
      from (
        select key, day, sum(units)::integer as units
        from (
          select key, least(${lastDay}, ms // ${rules.dayMs})::integer as day, leaving as units from moment
          union all select key, ${lastDay}, beyond from total where beyond > 0)
        group by key, day)
      group by key),
    ${survivalParts(rules.dayMs)},
    tally as (
      select key, states, coalesce(longest_ms, 0)::double as "longestMs", coalesce(days, []) as days,
        coalesce(followed, []) as followed
      from total left join days using (key) left join followed using (key))`
}

const KEYS: Record<TallyGroups, Record<'ofTotal' | 'grouping' | 'ofMoment' | 'andWhole', SQL>> = {
  whole: { ofTotal: sql`''`, grouping: sql``, ofMoment: sql`''`, andWhole: sql`` },
  demo: {
    ofTotal: sql`coalesce(demo, '')`,
    grouping: sql`group by grouping sets ((), (demo))`,
    ofMoment: sql`demo`,
    andWhole: sql`union all select '', ms, sum(leaving), sum(gone) from own_moment group by ms`,
  },
}

/** Units that leave after the window were followed past every conversion inside it, so only the others are sorted. */
function survivalParts(dayMs: number): SQL {
  return sql`
    risk as (
      select key, ms, gone::double as gone,
        (beyond + sum(leaving) over (partition by key order by ms desc))::double as followed
      from moment join total using (key)),
    day as (
      select key, ceil(ms / ${dayMs})::integer as day, sum(gone)::integer as conversions,
        bool_or(gone = followed) as is_last,
        sum(ln(case when gone < followed then 1 - gone / followed end)) as log_open,
        sum(case when gone < followed then gone / (followed * (followed - gone)) end) as variance
      from risk where gone > 0 group by all),
    days as (
      select key, list(struct_pack(day := day, conversions := conversions,
        "logOpen" := case when not is_last then log_open end, variance := case when not is_last then variance end)
        order by day) as days
      from day group by key)`
}

const flagOf = (state: string): SQL => sql`${sql.identifier(`is_${state}`)}`

const stateFlags = (by: Pick<BoardScope, 'clock' | 'rules'>): SQL =>
  sql.join(
    Object.entries(STATE_CONDITIONS).map(([state, isIn]) => sql`${isIn(by)} as ${flagOf(state)}`),
    sql`, `,
  )

const STATE_COUNTS = sql`struct_pack(${sql.join(
  Object.keys(STATE_CONDITIONS).map(
    (state) => sql`${sql.identifier(state)} := count(*) filter (where ${flagOf(state)})::integer`,
  ),
  sql`, `,
)})`
