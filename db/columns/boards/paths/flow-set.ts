import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { FlowPart, FlowPlace, FlowSet } from '~/domain/insight/path-flow/flow-set'
import { SEQUENCES } from './sequences'
import { withStretches } from './stretches'

/** True for a row of `trial` that a number of a Sankey diagram counts, out of `trials`. The oracle is `isInFlow`. */
export function isInFlowSet({ flow: { of, ...terms }, part }: FlowSet, trials: SQL): SQL {
  const rows = sql`(select trial.number, ${SEQUENCES[of]} as sequence from ${trials} as trial)`
  return sql`trial.number in (select number from ${withStretches(rows, terms)} where ${isOfPart(part)})`
}

function isOfPart(part: FlowPart): SQL {
  if ('total' in part) return sql`outcome = ${part.total}`
  const place = sql`(first + ${part.column} - first_column)`
  const isDrawn = sql`outcome = 'drawn' and ${place} between first and last`
  if ('visit' in part) {
    return sql`${isDrawn} and ${isAt(part.at, place)} and ${VISITS[part.visit](place)}`
  }
  const next = sql`${place} + 1`
  return sql`${isDrawn} and ${next} <= last and ${isAt(part.from, place)} and ${isAt(part.to, next)}`
}

const isAt = (at: FlowPlace, place: SQL): SQL =>
  'state' in at
    ? sql`sequence[${place}] = ${at.state}`
    : sql`not list_contains(${JSON.stringify(at.except)}::json::varchar[], sequence[${place}])`

type Visit = Extract<FlowPart, { visit: unknown }>['visit']

const VISITS: Record<Visit, (place: SQL) => SQL> = {
  count: () => sql`true`,
  entries: (place) => sql`${place} = first and first = 1`,
  earlier: (place) => sql`${place} = first and first > 1`,
  exits: (place) => sql`${place} = last and last = len(sequence)`,
  later: (place) => sql`${place} = last and last < len(sequence)`,
}
