import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { ChannelPath } from '~/domain/insight/attribution/channel-place'
import type { CreditedSet } from '~/domain/insight/attribution/credited-set'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { trialsAt } from '../../views'
import { scopedTrials } from '../scoped-trials'
import { creditParts, type CreditTerms } from './channel-credits'

const EVER = { from: null, until: null }
const LEVELS = [sql`channel`, sql`source`, sql`campaign`]

/** How many trials are behind the conversions that are credited to a path. */
export interface CreditedCount {
  path: ChannelPath
  trials: number
}

/**
 * The trials of credited conversions, by every path that has any and for all together, whose path is empty. A trial counts once
 * for a path, whenever it began.
 */
export async function readCreditedTrials(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: CreditTerms,
): Promise<CreditedCount[]> {
  const rows = await reader.rows<{ levels: number; names: (string | null)[]; trials: number }>(sql`
    with ${creditParts(reader, scope, terms)}
    select (3 - grouping(channel) - grouping(source) - grouping(campaign))::integer as levels,
      [channel, source, campaign] as names, count(distinct credit.trial)::integer as trials
    from credit where credit.trial in (${passing(reader, scope)})
    group by rollup (channel, source, campaign)`)
  return rows.map(({ levels, names, trials }) => ({ path: names.slice(0, levels), trials }))
}

/** The trials of a set of credited conversions, a subquery of the columns of `trialsAt`. */
export function creditedTrials(reader: ColumnsReader, scope: BoardScope, { credited }: CreditedSet): SQL {
  const { path, currencies, ...terms } = credited
  const codes = currencies?.map((code) => sql`${code}`)
  const parts = [
    sql`credit.trial in (${passing(reader, scope)})`,
    ...path.map((name, index) => sql`${LEVELS[index]} is not distinct from ${name}`),
    codes ? sql`currency in (${sql.join(codes, sql`, `)}) and value is not null` : sql`true`,
  ]
  return sql`(
    from ${trialsAt(reader)} as trial where trial.id in (
      with ${creditParts(reader, scope, terms)} select credit.trial from credit where ${sql.join(parts, sql` and `)}))`
}

/** Ids of the trials that pass the filter, at any time. */
const passing = (reader: ColumnsReader, scope: BoardScope): SQL =>
  sql`select own.id from ${scopedTrials(reader, { ...scope, range: EVER })} as own`
