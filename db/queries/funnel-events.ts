import type { Sql } from '#db/client'
import type { FunnelEvent } from '~/domain/insight/funnel/funnel-history'

const AT_ONCE = 5_000

/**
 * What visitors with trials that count did, for funnels, by time: a few thousand events at once. A trial counts when it has
 * no flag; with `simulated`, also when that is its only one.
 */
export async function* readFunnelEvents(
  sql: Sql,
  { simulated, simulatedFlag }: { simulated: boolean; simulatedFlag: string },
): AsyncGenerator<FunnelEvent> {
  const mayHave = simulated ? [simulatedFlag] : []
  const batches = sql<FunnelEvent[]>`
    with recursive
      family(id, account) as (
        select id, id from account where merged_into is null
        union all
        select merged.id, family.account from account merged join family on merged.merged_into = family.id),
      member as (
        select visitor_id, family.account
        from account_member join family on family.id = account_id where removed_at is null),
      counted as (select * from trial where flags <@ ${mayHave}::text[]),
      done(visitor_id, at, event, props) as (
        select visitor_id, started_at, 'trial', ${ofTrial(sql)} from counted
        union all
        select visitor_id, started_at + done.value::bigint * interval '1 ms', 'task',
          ${ofTrial(sql)} || jsonb_build_object('task', done.key)
        from counted, jsonb_each_text(tasks) done where done.value is not null
        union all
        select visitor_id, finished_at, 'finish', ${ofTrial(sql)} || jsonb_build_object('outcome', outcome)
        from counted where finished_at is not null
        union all
        select visitor_id, rating.created_at, 'rating', ${ofTrial(sql)} || jsonb_build_object('stars', stars)
        from counted join rating using (visitor_id) where trial_id = counted.id
        union all
        select visitor_id, at, case source when 'browser' then 'ask' else 'conversion' end,
          jsonb_build_object('goal', goal, 'trial', trial_id, 'unverified', unverified)
        from conversion where withdrawn_at is null and visitor_id in (select visitor_id from counted)
        union all
        select visitor_id, at, 'visit', jsonb_build_object('channel', channel, 'source', source, 'medium', medium,
          'campaign', campaign, 'term', term, 'referrer', referrer)
        from touch where visitor_id in (select visitor_id from counted))
    select done.visitor_id::text as visitor, floor(extract(epoch from at) * 1000)::float8 as at, event,
      jsonb_strip_nulls(props || jsonb_build_object('account', member.account)) as props
    from done left join member using (visitor_id)
    order by at, visitor, event`.cursor(AT_ONCE)
  for await (const batch of batches) yield* batch
}

const ofTrial = (
  sql: Sql,
) => sql`jsonb_build_object('trial', counted.id, 'demo', demo_slug, 'revision', revision_number,
  'plan', plan, 'role', role, 'locale', locale, 'device', device, 'channel', channel, 'returning', counted.returning > 0)`
