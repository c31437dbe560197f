import { sql, type SQL } from 'drizzle-orm'
import type { FunnelEventRule } from '~/domain/insight/funnel/funnel-query'

/** A column that answers a property, with the kind of its values. */
export interface CopiedProp {
  column: SQL
  kind: 'string' | 'number' | 'boolean'
}

export type CopiedProps = Readonly<Record<string, CopiedProp>>

const text = (column: SQL): CopiedProp => ({ column, kind: 'string' })
const number = (column: SQL): CopiedProp => ({ column, kind: 'number' })
const truth = (column: SQL): CopiedProp => ({ column, kind: 'boolean' })

/** Of every event that knows its trial. */
const OWN_TRIAL: CopiedProps = { trial: text(sql`trial.id::varchar`) }

/** Of what happens in a trial. */
const IN_TRIAL: CopiedProps = {
  ...OWN_TRIAL,
  demo: text(sql`trial.demo`),
  revision: number(sql`trial.revision`),
  plan: text(sql`trial.plan`),
  role: text(sql`trial.role`),
  locale: text(sql`trial.locale`),
  device: text(sql`trial.device`),
  channel: text(sql`trial.channel`),
  returning: truth(sql`(trial.earlier_trials > 0)`),
}

/** The columns that answer them. */
export const TRIAL_COLUMNS = sql`demo, revision, plan, role, locale, device, channel, earlier_trials`

const GOAL: CopiedProps = {
  ...OWN_TRIAL,
  goal: text(sql`own.goal`),
  unverified: truth(sql`own.unverified`),
}

/** The properties of each event of an installation, beside `account`. */
export const COPIED_PROPS = {
  visit: {
    channel: text(sql`own.channel`),
    source: text(sql`own.source`),
    medium: text(sql`own.medium`),
    campaign: text(sql`own.campaign`),
    term: text(sql`own.term`),
    content: text(sql`own.content`),
    referrer: text(sql`own.referrer`),
  },
  trial: IN_TRIAL,
  state: { ...IN_TRIAL, state: text(sql`own.state`) },
  task: { ...IN_TRIAL, task: text(sql`trial.task`) },
  finish: { ...IN_TRIAL, outcome: text(sql`trial.outcome`) },
  rating: { ...IN_TRIAL, stars: number(sql`trial.stars`) },
  ask: { ...OWN_TRIAL, kind: text(sql`own.kind`), plan: text(sql`own.plan`) },
  asked: GOAL,
  conversion: GOAL,
  page: { route: text(sql`own.route`), document: text(sql`own.document`) },
  message: { message: text(sql`own.message`), fate: text(sql`own.fate`) },
  remark: { ...IN_TRIAL, state: text(sql`own.state`), kind: text(sql`own.kind`) },
} satisfies Record<string, CopiedProps>

export type CopiedEvent = keyof typeof COPIED_PROPS

export const ACCOUNT_PROP: CopiedProps = { account: text(sql`member.account::varchar`) }

/** True when one of these is answered by a column of the trial. */
export const areOfTrial = (names: ReadonlySet<string>): boolean =>
  Object.keys(IN_TRIAL).some((name) => names.has(name))

/** The condition under which properties have exactly these values; null when they never do. */
export function hasValues(props: CopiedProps, where: FunnelEventRule['where']): SQL | null {
  const conditions: SQL[] = [sql`true`]
  for (const [name, value] of Object.entries(where)) {
    const prop = Object.hasOwn(props, name) ? props[name] : undefined
    if (prop?.kind !== typeof value) return null
    conditions.push(sql`${prop.column} = ${value}`)
  }
  return sql.join(conditions, sql` and `)
}

/** A property as JSON writes it. */
export function jsonOf(props: CopiedProps, name: string): SQL | null {
  const prop = Object.hasOwn(props, name) ? props[name] : undefined
  return prop ? sql`to_json(${prop.column})::varchar` : null
}
