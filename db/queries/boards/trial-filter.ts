import { and, eq, gt, gte, lt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { accountFamily } from '#db/queries/account-family'
import { accountMember } from '#db/schema/account'
import { trial } from '#db/schema/trial'
import type { BoardFilter } from '~/domain/insight/board-filter'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { MeasureRules } from '~/domain/insight/measure-rules'

/**
 * The WHERE of every board: the range and the filter on `trial`. `matchesFilter` of the domain says the same.
 * Served by trial_demo_started_idx when a demo is named, else by trial_started_idx.
 */
export function trialFilter({ filter, range, rules }: Pick<BoardScope, 'filter' | 'range' | 'rules'>): SQL {
  const parts = [
    range.from ? gte(trial.startedAt, range.from) : undefined,
    range.until ? lt(trial.startedAt, range.until) : undefined,
    filter.demo === undefined ? undefined : eq(trial.demoSlug, filter.demo),
    filter.revision === undefined ? undefined : eq(trial.revisionNumber, filter.revision),
    filter.plan === undefined ? undefined : eq(trial.plan, filter.plan),
    filter.role === undefined ? undefined : eq(trial.role, filter.role),
    filter.locale === undefined ? undefined : eq(trial.locale, filter.locale),
    filter.channel === undefined ? undefined : eq(trial.channel, filter.channel),
    filter.device === undefined ? undefined : eq(trial.device, filter.device),
    accountFilter(filter.account),
    visitorsFilter(filter.visitors),
    flagFilter(filter, rules),
  ]
  return and(...parts) ?? sql`true`
}

/** True for a trial with the flag `simulated`. */
export const simulatedCondition = ({ simulatedFlag }: MeasureRules): SQL =>
  sql`${simulatedFlag} = any(${trial.flags})`

/** True for a trial with any other flag. */
export const flaggedCondition = ({ simulatedFlag }: MeasureRules): SQL =>
  sql`not ${trial.flags} <@ array[${simulatedFlag}]`

/** Served by the primary key of `account_member` and account_merged_idx. */
function accountFilter(accountId: string | undefined): SQL | undefined {
  if (accountId === undefined) return undefined
  return sql`exists (
    select from ${accountMember}
    where ${accountMember.visitorId} = ${trial.visitorId} and ${accountMember.removedAt} is null
      and ${accountMember.accountId} in ${accountFamily(accountId)})`
}

function visitorsFilter(visitors: BoardFilter['visitors']): SQL | undefined {
  if (visitors === undefined) return undefined
  return visitors === 'returning' ? gt(trial.returning, 0) : eq(trial.returning, 0)
}

function flagFilter({ flagged, simulated }: BoardFilter, rules: MeasureRules): SQL | undefined {
  return and(
    simulated ? undefined : sql`not ${simulatedCondition(rules)}`,
    flagged ? undefined : sql`not ${flaggedCondition(rules)}`,
  )
}
