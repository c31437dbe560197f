import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AccountColumn } from '~/domain/insight/accounts/account-figures'
import type { TriedAccount } from '~/domain/insight/accounts/tried-account'
import type { ScoreCounts } from '~/domain/insight/accounts/account-score'
import type { BandTally } from '~/domain/insight/accounts/score-bands'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { accountRootsAt, accountsAt, membersAt } from '../../views'
import { containsText } from '../contains-text'
import { conversionUnits } from '../measured-trials'
import { readOne } from '../read-one'
import { scopedTrials } from '../scoped-trials'
import { STATE_CONDITIONS } from '../trial-set'
import { figuresOfAccounts } from './account-figures'

export interface TriedAccountPage {
  sort: AccountColumn
  direction: 'asc' | 'desc'
  /** In the name or a domain. */
  search?: string | undefined
  skip: number
  limit: number
}

const SORT_KEYS: Record<AccountColumn, SQL> = {
  name: sql`lower(listed.name)`,
  score: sql`listed.score`,
  people: sql`listed.people`,
  trials: sql`listed.trials`,
  demos: sql`listed.demos`,
  finished: sql`listed.finished`,
  asked: sql`listed.asked`,
  converted: sql`listed.converted + listed.early`,
  last: sql`listed.last_ms`,
}

type Row = Omit<TriedAccount, 'firstStart' | 'lastActivity' | 'counts'> & {
  firstMs: number
  lastMs: number
  counts: ScoreCounts
  found: number
}

/** One page of the accounts of a scope, and how many were found. */
export async function listTriedAccounts(
  reader: ColumnsReader,
  scope: BoardScope,
  { sort, direction, search, skip, limit }: TriedAccountPage,
): Promise<{ accounts: TriedAccount[]; found: number }> {
  const to = sql.raw(direction)
  const rows = await reader.rows<Row>(sql`
    select account, name, domains, people::integer as people, trials::integer as trials, demos::integer as demos,
      finished::integer as finished, asked::integer as asked, converted::integer as converted, early::integer as early,
      first_ms::double as "firstMs", last_ms::double as "lastMs", score, ${countsOf(scope)} as counts,
      (count(*) over ())::integer as found
    from (
      select figures.*, own.name, own.domains from ${figuresOfAccounts(reader, scope)} as figures
        join ${namedAccounts(reader)} as own on own.account = figures.account) as listed
    where ${search === undefined ? sql`true` : isNamed(search)}
    order by ${SORT_KEYS[sort]} ${to}, listed.account ${to} limit ${limit} offset ${skip}`)
  const accounts = rows.map(({ firstMs, lastMs, found: _found, ...row }): TriedAccount => ({
    ...row,
    firstStart: new Date(firstMs),
    lastActivity: new Date(lastMs),
  }))
  return { accounts, found: rows[0]?.found ?? 0 }
}

const countsOf = ({ rules }: BoardScope): SQL => {
  const counts = rules.scoreParts.map(
    ({ name }) => sql`${sql.identifier(name)} := ${sql.identifier(`score_${name}`)}::integer`,
  )
  return sql`struct_pack(${sql.join(counts, sql`, `)})`
}

const isNamed = (search: string): SQL =>
  sql`(${containsText(sql`listed.name`, search)} or len(list_filter(listed.domains, lambda one: ${containsText(sql`one`, search)})) > 0)`

/** Accounts that were merged into none, with the domains of all that were merged into them: (account, name, domains). */
export const namedAccounts = (reader: ColumnsReader): SQL => sql`(
  select root.root as account, any_value(company.name) filter (where company.id = root.root) as name,
    list_sort(flatten(list(company.domains))) as domains
  from ${accountsAt(reader)} as company join ${accountRootsAt(reader)} as root on root.id = company.id
  group by root.root)`

/** Accounts past the conversion window by the band of their score. Empty bands are absent. The oracle is `tallyScores`. */
export async function readScoreTallies(reader: ColumnsReader, scope: BoardScope): Promise<BandTally[]> {
  const { matured, converted } = STATE_CONDITIONS
  const least = [...scope.rules.scoreBands]
    .reverse()
    .map((from) => sql`when figures.score >= ${from} then ${from}::integer`)
  return reader.rows<BandTally>(sql`
    select case ${sql.join(least, sql` `)} end as "from", count(*)::integer as matured,
      count(*) filter (where ${converted(scope)})::integer as converted
    from ${conversionUnits(reader, scope, { unit: 'account' })} as trial
      join ${membersAt(reader)} as member on member.visitor = trial.visitor
      join ${figuresOfAccounts(reader, scope)} as figures on figures.account = member.account
    where ${matured(scope)} group by all order by all`)
}

/** The people and trials of a scope who belong to no account. */
export async function readUnaccounted(
  reader: ColumnsReader,
  scope: BoardScope,
): Promise<{ people: number; trials: number }> {
  return readOne(
    reader,
    sql`
      select count(distinct trial.visitor)::integer as people, count(*)::integer as trials
      from ${scopedTrials(reader, scope)} as trial
      where trial.visitor not in (select member.visitor from ${membersAt(reader)} as member)`,
  )
}
