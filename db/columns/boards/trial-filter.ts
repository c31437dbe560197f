import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardFilter } from '~/domain/insight/board-filter'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { MeasureRules } from '~/domain/insight/measure-rules'
import type { ColumnsReader } from '../columns-reader'
import { accountRootsAt, membersAt } from '../views'

/** The trials that are asked for, and the rules by which flags are read. */
export type FilterScope = Pick<BoardScope, 'filter' | 'range' | 'rules'>

/** The condition of every board on `trial`: the range and the filter. `matchesFilter` of the domain says the same. */
export function trialFilter(reader: ColumnsReader, { filter, range, rules }: FilterScope): SQL {
  const parts = [
    range.from && sql`trial.started_ms >= ${range.from.getTime()}`,
    range.until && sql`trial.started_ms < ${range.until.getTime()}`,
    ...EQUAL.map(([part, column]) => filter[part] !== undefined && sql`${column} = ${filter[part]}`),
    accountFilter(reader, filter.account),
    visitorsFilter(filter.visitors),
    !filter.simulated && sql`not ${simulatedCondition(rules)}`,
    !filter.flagged && sql`not ${flaggedCondition(rules)}`,
  ]
  return sql.join([sql`true`, ...parts.filter((part) => !!part)], sql` and `)
}

const EQUAL = [
  ['demo', sql`trial.demo`],
  ['revision', sql`trial.revision`],
  ['plan', sql`trial.plan`],
  ['role', sql`trial.role`],
  ['locale', sql`trial.locale`],
  ['channel', sql`trial.channel`],
  ['device', sql`trial.device`],
] as const

/** True for a trial with the flag `simulated`. */
export const simulatedCondition = ({ simulatedFlag }: MeasureRules): SQL =>
  sql`list_contains(trial.flags, ${simulatedFlag})`

/** True for a trial with any other flag. No trial has a flag twice. */
export const flaggedCondition = (rules: MeasureRules): SQL =>
  sql`(len(trial.flags) > ${simulatedCondition(rules)}::integer)`

/** An account that was merged into another one is asked for as that one. */
function accountFilter(reader: ColumnsReader, accountId: string | undefined): SQL | undefined {
  if (accountId === undefined) return undefined
  return sql`trial.visitor in (
    select member.visitor from ${membersAt(reader)} as member
    where member.account = (select own.root from ${accountRootsAt(reader)} as own where own.id = ${accountId}::uuid))`
}

function visitorsFilter(visitors: BoardFilter['visitors']): SQL | undefined {
  if (visitors === undefined) return undefined
  return visitors === 'returning' ? sql`trial.earlier_trials > 0` : sql`trial.earlier_trials = 0`
}
