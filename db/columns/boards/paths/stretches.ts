import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { StretchTerms } from '~/domain/insight/path-flow/stretch'

/**
 * Rows that have a `sequence` with the stretch of it that is drawn: `outcome`, `first` and `last`, places counted from 1, and
 * `first_column`. Rows without a sequence are left out. The oracle is `stretchOf`.
 */
export function withStretches(rows: SQL, terms: StretchTerms): SQL {
  const { start, end, steps } = terms
  const isBetween = start !== undefined && end !== undefined
  return sql`(
    with anchored as (
      select *, ${anchors(terms)} from ${rows} where len(sequence) > 0),
    placed as (
      select *, case when start_place = 0 or end_place = 0 then 'lacking'
          when ${isBetween} and end_place - start_place > ${steps} then 'longer' else 'drawn' end as outcome,
        ${start === undefined && end !== undefined ? sql`greatest(1, end_place - ${steps})` : sql`start_place`} as first,
        ${end === undefined ? sql`least(end_place, start_place + ${steps})` : sql`end_place`} as last
      from anchored)
    select *, ${start === undefined && end !== undefined ? sql`${steps} - (last - first)` : sql`0`} as first_column
    from placed)`
}

/** Where the start and the end stand; 0 where they are missing. */
function anchors({ start, end }: StretchTerms): SQL {
  const startPlace = start === undefined ? sql`1` : placeOf(sql`sequence`, start)
  if (end === undefined) return sql`${startPlace} as start_place, len(sequence) as end_place`
  if (start === undefined)
    return sql`${startPlace} as start_place, ${placeOf(sql`sequence`, end)} as end_place`
  const after = placeOf(sql`sequence[${startPlace} + 1:]`, end)
  return sql`
    ${startPlace} as start_place, case when ${after} = 0 then 0 else ${startPlace} + ${after} end as end_place`
}

const placeOf = (list: SQL, state: string): SQL => sql`coalesce(list_position(${list}, ${state}), 0)`
