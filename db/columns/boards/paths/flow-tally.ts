import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { FlowTerms } from '~/domain/insight/path-flow/flow-set'
import type { FlowTally, FlowVisits } from '~/domain/insight/path-flow/flow-tally'
import type { ColumnsReader } from '../../columns-reader'
import { scopedTrials } from '../scoped-trials'
import { SEQUENCES } from './sequences'
import { withStretches } from './stretches'

interface Row extends FlowVisits {
  /** The state that follows, or null; without a column, the row is a total. */
  next: string | null
  outcome: keyof Pick<FlowTally, 'drawn' | 'lacking' | 'longer'> | null
}

/** Counts the stretch of each path of the scope, paths that are equal together. The oracle is `tallyFlow`. */
export async function readFlowTally(
  reader: ColumnsReader,
  scope: BoardScope,
  { of, ...terms }: FlowTerms,
): Promise<FlowTally> {
  const mark = scope.rules.stepMark
  const rows = await reader.rows<Row>(sql`
    with path_text as (
      select array_to_string(${SEQUENCES[of]}, ${mark}) as text, count(*) as trials
      from ${scopedTrials(reader, scope)} as trial group by all),
    path_count as (select string_split(text, ${mark}) as sequence, trials from path_text where text <> ''),
    drawn as materialized (from ${withStretches(sql`path_count`, terms)}),
    step as (
      select *, unnest(range(first, last + 1)) as place from drawn where outcome = 'drawn')
    select (first_column + place - first)::integer as "column", sequence[place] as state,
      case when place < last then sequence[place + 1] end as next, null as outcome,
      sum(trials)::integer as count,
      coalesce(sum(trials) filter (where place = first and first = 1), 0)::integer as entries,
      coalesce(sum(trials) filter (where place = first and first > 1), 0)::integer as earlier,
      coalesce(sum(trials) filter (where place = last and last = len(sequence)), 0)::integer as exits,
      coalesce(sum(trials) filter (where place = last and last < len(sequence)), 0)::integer as later
    from step group by all
    union all by name
    select outcome, sum(trials)::integer as count from drawn group by outcome`)
  return tallyOf(rows)
}

function tallyOf(rows: readonly Row[]): FlowTally {
  const tally: FlowTally = { visits: [], moves: [], drawn: 0, lacking: 0, longer: 0 }
  const visits = new Map<string, FlowVisits>()
  for (const { next, outcome, ...visit } of rows) {
    if (outcome !== null) {
      tally[outcome] = visit.count
      continue
    }
    addVisit(visits, visit)
    const { column, state, count } = visit
    if (next !== null) tally.moves.push({ column, from: state, to: next, count })
  }
  return { ...tally, visits: [...visits.values()] }
}

function addVisit(visits: Map<string, FlowVisits>, visit: FlowVisits): void {
  const key = JSON.stringify([visit.column, visit.state])
  const sum = visits.get(key)
  if (!sum) {
    visits.set(key, { ...visit })
    return
  }
  for (const name of ['count', 'entries', 'earlier', 'exits', 'later'] as const) sum[name] += visit[name]
}
