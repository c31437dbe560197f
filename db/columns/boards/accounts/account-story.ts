import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AccountDemo, AccountEvent, AccountPerson } from '~/domain/insight/accounts/account-story'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { accountRootsAt, asksAt, conversionsAt, membersAt, trialsAt } from '../../views'
import { measuredTrials } from '../measured-trials'
import { scopedTrials } from '../scoped-trials'
import { PLAIN_SET_CONDITIONS } from '../trial-set'
import { namedAccounts } from './list-accounts'

/** An account of which something is told. */
export interface ToldAccount {
  account: string
  name: string
  domains: string[]
}

/** The account of an id; of one that was merged, that which it was merged into. Null when there is none. */
export async function findNamedAccount(reader: ColumnsReader, id: string): Promise<ToldAccount | null> {
  const [found] = await reader.rows<ToldAccount>(sql`
    select own.account, own.name, own.domains from ${namedAccounts(reader)} as own
    where own.account = (select root.root from ${accountRootsAt(reader)} as root where root.id = ${id}::uuid)`)
  return found ?? null
}

/** The members of an account by number, whatever the scope: (visitor, person). */
const peopleOf = (reader: ColumnsReader, account: string): SQL => sql`(
  select member.visitor, row_number() over (order by min(trial.started_ms) nulls last, member.visitor)::integer as person
  from ${membersAt(reader)} as member left join ${trialsAt(reader)} as trial on trial.visitor = member.visitor
  where member.account = ${account}::uuid group by member.visitor)`

type Timed<Row, Name extends string> = Omit<Row, Name> & { firstMs: number; lastMs: number }

/** The people of an account who began a trial in the scope, which is that account's. */
export async function listAccountPeople(
  reader: ColumnsReader,
  scope: BoardScope,
  account: string,
): Promise<AccountPerson[]> {
  const { finished, asked } = PLAIN_SET_CONDITIONS
  const rows = await reader.rows<Timed<AccountPerson, 'firstStart' | 'lastActivity'>>(sql`
    select own.person, count(*)::integer as trials, count(distinct trial.demo)::integer as demos,
      count(*) filter (where ${finished(scope)})::integer as finished,
      count(*) filter (where ${asked(scope)})::integer as asked, list_sort(list(distinct trial.role)) as roles,
      min(trial.started_ms)::double as "firstMs", max(trial.last_event_ms)::double as "lastMs"
    from ${measuredTrials(reader, scope)} as trial
      join ${peopleOf(reader, account)} as own on own.visitor = trial.visitor
    group by own.person order by own.person`)
  return rows.map(({ firstMs, lastMs, ...row }) => ({
    ...row,
    firstStart: new Date(firstMs),
    lastActivity: new Date(lastMs),
  }))
}

/** The demos that were tried in the scope, the latest first. */
export async function listAccountDemos(reader: ColumnsReader, scope: BoardScope): Promise<AccountDemo[]> {
  const { finished } = PLAIN_SET_CONDITIONS
  const rows = await reader.rows<Omit<AccountDemo, 'lastActivity'> & { lastMs: number }>(sql`
    with own as materialized (select * from ${scopedTrials(reader, scope)} as trial),
    entered as (
      select demo, revision_id, list_sort(list(distinct state)) as states
      from (select demo, revision_id, unnest(path) as state from own) group by demo, revision_id)
    select trial.demo, count(distinct trial.visitor)::integer as people, count(*)::integer as trials,
      count(*) filter (where ${finished(scope)})::integer as finished, max(trial.last_event_ms)::double as "lastMs",
      coalesce((
        select list(struct_pack("revisionId" := entered.revision_id, states := entered.states) order by entered.revision_id)
        from entered where entered.demo = trial.demo), []) as entered
    from own as trial group by trial.demo order by max(trial.last_event_ms) desc, trial.demo`)
  return rows.map(({ lastMs, ...row }) => ({ ...row, lastActivity: new Date(lastMs) }))
}

export interface EventPage {
  /** Only what this person did. */
  person?: number | undefined
  limit: number
}

type EventRow = { atMs: number; count: number } & Record<string, unknown>

/**
 * What people of an account did in the days of the scope, the latest first: the trials of the scope, and what those who began
 * them asked for and converted to.
 */
export async function listAccountEvents(
  reader: ColumnsReader,
  scope: BoardScope,
  account: string,
  { person, limit }: EventPage,
): Promise<{ events: AccountEvent[]; count: number }> {
  const { running } = PLAIN_SET_CONDITIONS
  const isAsk = sql`goal.source = 'browser'`
  const rows = await reader.rows<EventRow>(sql`
    with own as materialized (
      select trial.*, member.person from ${scopedTrials(reader, scope)} as trial
        join ${peopleOf(reader, account)} as member on member.visitor = trial.visitor),
    people as (select distinct visitor, person from own),
    told as (
      select person, started_ms as at_ms, 'trial' as kind, trial.id, demo, plan, outcome, ${running(scope)} as running,
        score, null as goal, null::double as value, null as currency, null as request
      from own as trial
      union all by name
      select person, goal.at_ms, case when ${isAsk} then 'asked' else 'converted' end as kind, goal.id, goal.goal,
        goal.value, goal.currency
      from ${conversionsAt(reader)} as goal join people on people.visitor = goal.visitor
      where not goal.withdrawn and ${isWithin(scope, sql`goal.at_ms`)}
      union all by name
      select person, ask.at_ms, 'request' as kind, ask.id, ask.kind as request
      from ${asksAt(reader)} as ask join people on people.visitor = ask.visitor
      where ask.kind not in (select goal from ${conversionsAt(reader)} as goal where goal.visitor = ask.visitor)
        and ${isWithin(scope, sql`ask.at_ms`)})
    select * exclude (at_ms), at_ms::double as "atMs", (count(*) over ())::integer as count
    from told where ${person === undefined ? sql`true` : sql`person = ${person}`}
    order by at_ms desc, id desc limit ${limit}`)
  const events = rows.map(({ atMs, count: _count, ...row }) => ({ ...row, at: new Date(atMs) }))
  return { events: events as unknown as AccountEvent[], count: rows[0]?.count ?? 0 }
}

function isWithin({ range: { from, until }, clock }: BoardScope, at: SQL): SQL {
  const end = Math.min(until?.getTime() ?? Infinity, clock.now.getTime() + 1)
  return sql`(${at} >= ${from?.getTime() ?? 0} and ${at} < ${end})`
}
