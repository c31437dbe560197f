import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type {
  ChosenSegment,
  SegmentCondition,
  SegmentFact,
  SegmentRule,
  TrialTraits,
} from '~/domain/insight/segment/segment-rule'
import type { ColumnsReader } from '../columns-reader'
import { accountRootsAt, accountsAt, conversionsAt, membersAt, trialsAt } from '../views'
import { keysOf } from './map-values'

/** What a condition is decided by: `trial` are the trials without a flag, `goal` the visitor's goals, `company` the account. */
interface Facts {
  nowMs: number
  /** Adds a column that is aggregated over the visitor's trials, and gives its name. */
  ofTrials(aggregate: SQL): SQL
  ofGoals(aggregate: SQL): SQL
}

type Condition<Asked> = (condition: Asked, facts: Facts) => SQL

const CONDITIONS: { [Fact in SegmentFact]: Condition<Extract<SegmentCondition, { fact: Fact }>> } = {
  trials: ({ atLeast, like }, facts) =>
    sql`${facts.ofTrials(sql`count(*) filter (where ${traits(like, facts)})`)} >= ${atLeast}`,
  'demos-finished': ({ atLeast }, facts) =>
    sql`${facts.ofTrials(sql`count(distinct trial.demo) filter (where trial.outcome = 'success')`)} >= ${atLeast}`,
  returned: (_, facts) => sql`${facts.ofTrials(sql`count(*)`)} > 1`,
  asked: ({ goal }, facts) => reached(facts, sql`goal.source = 'browser'`, goal),
  converted: ({ goal }, facts) => reached(facts, sql`goal.source <> 'browser'`, goal),
  'account-known': () => sql`company.people is not null`,
  'account-domain': ({ is }) => sql`coalesce(list_contains(company.domains, ${is}), false)`,
  'account-people': ({ atLeast }) => sql`coalesce(company.people >= ${atLeast}, false)`,
}

function reached(facts: Facts, told: SQL, goal: string | undefined): SQL {
  const wanted = goal === undefined ? sql`true` : sql`goal.goal = ${goal}`
  return sql`coalesce(${facts.ofGoals(sql`bool_or(${told} and ${wanted})`)}, false)`
}

type Wanted = string | number

const DAY_MS = 86_400_000

const TRAITS: Record<keyof TrialTraits, (wanted: Wanted, facts: Facts) => SQL> = {
  demo: (wanted) => sql`trial.demo = ${wanted}`,
  plan: (wanted) => sql`trial.plan = ${wanted}`,
  role: (wanted) => sql`trial.role = ${wanted}`,
  locale: (wanted) => sql`trial.locale = ${wanted}`,
  device: (wanted) => sql`trial.device = ${wanted}`,
  channel: (wanted) => sql`trial.channel = ${wanted}`,
  source: (wanted) => sql`trial.source = ${wanted}`,
  campaign: (wanted) => sql`trial.campaign = ${wanted}`,
  ended: (wanted) => sql`coalesce(trial.outcome, 'open') = ${wanted}`,
  state: (wanted) => sql`list_contains(trial.path, ${wanted})`,
  task: (wanted) => sql`trial.task_done_ms[list_position(trial.task_ids, ${wanted})] is not null`,
  scoreAtLeast: (wanted) => sql`trial.score >= ${wanted}`,
  starsAtLeast: (wanted) => sql`trial.stars >= ${wanted}`,
  stepsAtLeast: (wanted) => sql`trial.steps >= ${wanted}`,
  withinDays: (wanted, { nowMs }) => sql`trial.started_ms >= ${nowMs - Number(wanted) * DAY_MS}`,
}

function traits(like: TrialTraits, facts: Facts): SQL {
  const parts = keysOf(TRAITS).flatMap((trait) => {
    const wanted = like[trait]
    return wanted === undefined ? [] : [TRAITS[trait](wanted, facts)]
  })
  return sql.join([sql`true`, ...parts], sql` and `)
}

function holds(rule: SegmentRule, facts: Facts): SQL {
  if (!('match' in rule)) {
    return sql`(${(CONDITIONS[rule.fact] as Condition<SegmentCondition>)(rule, facts)})`
  }
  const inner = rule.rules.map((one) => holds(one, facts))
  if (rule.match === 'all') return sql`(${sql.join([sql`true`, ...inner], sql` and `)})`
  const any = sql`(${sql.join([sql`false`, ...inner], sql` or `)})`
  return rule.match === 'any' ? any : sql`(not ${any})`
}

/** The numbers of the visitors in a segment, a subquery of one column. The oracle is `segmentMembers`. */
export function segmentVisitors(reader: ColumnsReader, { rule, nowMs }: ChosenSegment): SQL {
  const ofTrials = new Columns(sql`fact`)
  const ofGoals = new Columns(sql`reached`)
  const condition = holds(rule, {
    nowMs,
    ofTrials: (aggregate) => ofTrials.add(aggregate),
    ofGoals: (aggregate) => ofGoals.add(aggregate),
  })
  return sql`(
    select fact.visitor
    from (
      select trial.visitor ${ofTrials.listed()} from ${trialsAt(reader)} as trial
      where not trial.flagged group by trial.visitor) as fact
    left join (
      select goal.visitor ${ofGoals.listed()} from ${conversionsAt(reader)} as goal
      where not goal.withdrawn and goal.at_ms <= ${nowMs} group by goal.visitor) as reached
      on reached.visitor = fact.visitor
    left join ${companiesOfVisitors(reader)} as company on company.visitor = fact.visitor
    where ${condition})`
}

/** Visitors with how many people their account has, and its domains: (visitor, people, domains). */
const companiesOfVisitors = (reader: ColumnsReader): SQL => sql`(
  select member.visitor, count(*) over (partition by member.account) as people, own.domains
  from ${membersAt(reader)} as member
  join (
    select root.root as account, flatten(list(company.domains)) as domains
    from ${accountsAt(reader)} as company join ${accountRootsAt(reader)} as root on root.id = company.id
    group by root.root) as own on own.account = member.account)`

/** Aggregated columns of a subquery by numbered names. */
class Columns {
  private readonly aggregates: SQL[] = []
  constructor(private readonly relation: SQL) {}

  add(aggregate: SQL): SQL {
    this.aggregates.push(aggregate)
    return sql`${this.relation}.${nameOf(this.aggregates.length - 1)}`
  }

  listed(): SQL {
    return sql.join(
      this.aggregates.map((aggregate, index) => sql`, ${aggregate} as ${nameOf(index)}`),
      sql``,
    )
  }
}

const nameOf = (index: number): SQL => sql.raw(`fact_${index}`)
