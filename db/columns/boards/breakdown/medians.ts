import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { BreakdownTerms } from '~/domain/insight/breakdown/breakdown-terms'
import type { MedianRow, MedianTally } from '~/domain/insight/breakdown/tallied-breakdown'
import type { ColumnsReader } from '../../columns-reader'
import { PLACES, lowPlace, placesOf } from '../median-places'
import { keyedTrials, keysOfRow, type KeyRow } from './keyed-trials'

type MedianMeasure = 'active' | 'score'

const VALUES: Readonly<Record<MedianMeasure, SQL>> = { active: sql`trial.active_ms`, score: sql`trial.score` }

/** A median and its interval by their values; null where there is none. */
interface Found {
  count: number
  below: number | null
  above: number | null
  low: number | null
  high: number | null
}

interface Row extends KeyRow {
  /** Null in the row of the whole. */
  trials: number | null
  own: Found
  rest: Found
}

/**
 * Medians by the dimensions' values, each with that of all other trials. The kth value of the others is found without
 * sorting them: of a row's own values, those with fewer than k others before them come before it.
 */
export async function readMedians(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: BreakdownTerms & { measure: MedianMeasure },
): Promise<{ rows: MedianRow[]; all: MedianTally }> {
  const columns = sql`trial.number, ${VALUES[terms.measure]} as value`
  const found = await reader.rows<Row>(sql`
    with valued as materialized (from ${keyedTrials(reader, scope, { ...terms, columns })}),
    ranked as materialized (
      select one, other, value, row_number() over (order by value, number) as place,
        row_number() over (partition by one, other order by value, number) as own_place
      from valued where value is not null),
    sized as (
      select one, other, count(*)::integer as trials, count(value)::integer as size,
        (sum(count(value)) over ())::integer - count(value)::integer as others
      from valued group by one, other),
    placed as (
      select *, ${lowPlace(sql`size`, scope.rules)} as own_low, ${lowPlace(sql`others`, scope.rules)} as rest_low from sized),
    picked as (
      select placed.one, placed.other, trials, size, others, ${ownValues()}, ${restPlaces()}
      from placed left join ranked
        on ranked.one is not distinct from placed.one and ranked.other is not distinct from placed.other
      group by placed.one, placed.other, trials, size, others, own_low, rest_low),
    whole as (select count(*)::integer as size, ${lowPlace(sql`count(*)`, scope.rules)} as own_low from ranked),
    of_whole as (select max(size) as size, ${ownValues(sql`place`)} from whole left join ranked on true)
    select picked.one, picked.other, picked.trials, ${foundOwn()} as own,
      struct_pack(count := others, ${restValues()}) as rest
    from picked ${restJoins()}
    union all by name
    select null as one, null as other, null as trials, ${foundOwn()} as own, ${foundOwn()} as rest from of_whole`)
  const whole = found.find(({ trials }) => trials === null)
  if (!whole) throw new Error('The whole has no row.')
  const rows = found.flatMap(({ trials, own, rest, ...key }) =>
    trials === null ? [] : [{ keys: keysOfRow(terms, key), trials, own: tallyOf(own), rest: tallyOf(rest) }],
  )
  return { rows, all: tallyOf(whole.own) }
}

function tallyOf({ count, below, above, low, high }: Found): MedianTally {
  return {
    count,
    median: below === null || above === null ? null : below + 0.5 * (above - below),
    interval: low === null || high === null ? null : { low, high },
  }
}

const list = (part: (name: (typeof PLACES)[number]) => SQL, mark = sql`, `): SQL =>
  sql.join(PLACES.map(part), mark)

/** The values at the places of a group, whose rows have theirs in `place`. */
const ownValues = (place: SQL = sql`own_place`): SQL => {
  const at = placesOf(sql`size`, sql`own_low`)
  return list(
    (name) => sql`(max(value) filter (where ${place} = ${at[name]}))::double as ${sql.identifier(name)}`,
  )
}

/** Where the others' values stand among all. */
const restPlaces = (): SQL => {
  const at = placesOf(sql`others`, sql`rest_low`)
  return list(
    (name) =>
      sql`${at[name]} + count(*) filter (where place - own_place < ${at[name]}) as ${sql.identifier(`rest_${name}`)}`,
  )
}

const foundOwn = (): SQL =>
  sql`struct_pack(count := size, ${list((name) => sql`${sql.identifier(name)} := ${sql.identifier(name)}`)})`

const restValues = (): SQL =>
  list((name) => sql`${sql.identifier(name)} := ${sql.identifier(`at_${name}`)}.value::double`)

const restJoins = (): SQL =>
  list(
    (name) => sql`
      left join ranked as ${sql.identifier(`at_${name}`)}
      on ${sql.identifier(`at_${name}`)}.place = picked.${sql.identifier(`rest_${name}`)}`,
    sql` `,
  )
