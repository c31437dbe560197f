import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { OptionalDimension } from '~/domain/insight/breakdown/dimensions'
import type { ColumnsReader } from '../columns-reader'
import { accountRootsAt, membersAt } from '../views'
import { DIMENSION_COLUMNS } from './dimension-columns'
import { keysOf } from './map-values'
import { segmentVisitors } from './segment-visitors'

/** The trials that are asked for. */
export type FilterScope = Pick<BoardScope, 'filter' | 'range'>

/** The condition of every board on `trial`: the range and the filter. `trialsInScope` of the domain says the same. */
export function trialFilter(reader: ColumnsReader, { filter, range }: FilterScope): SQL {
  const parts = [
    range.from && sql`trial.started_ms >= ${range.from.getTime()}`,
    range.until && sql`trial.started_ms < ${range.until.getTime()}`,
    ...OF_TRIAL.map(
      (dimension) =>
        filter[dimension] !== undefined && sql`${DIMENSION_COLUMNS[dimension]} = ${filter[dimension]}`,
    ),
    ...(filter.without ?? []).map((dimension) => lacking(reader, dimension)),
    accountFilter(reader, filter.account),
    filter.segment && sql`trial.visitor in ${segmentVisitors(reader, filter.segment)}`,
    !filter.simulated && sql`not trial.simulated`,
    !filter.flagged && sql`not trial.flagged`,
  ]
  return sql.join([sql`true`, ...parts.filter((part) => !!part)], sql` and `)
}

/** The dimensions whose value stands in the row of the trial. */
const OF_TRIAL = keysOf(DIMENSION_COLUMNS).filter((dimension) => dimension !== 'account')

/** An account that was merged into another one is asked for as that one. */
function accountFilter(reader: ColumnsReader, accountId: string | undefined): SQL | undefined {
  if (accountId === undefined) return undefined
  return sql`trial.visitor in (
    select member.visitor from ${membersAt(reader)} as member
    where member.account = (select own.root from ${accountRootsAt(reader)} as own where own.id = ${accountId}::uuid))`
}

function lacking(reader: ColumnsReader, dimension: OptionalDimension): SQL {
  return dimension === 'account'
    ? sql`trial.visitor not in (select member.visitor from ${membersAt(reader)} as member)`
    : sql`${DIMENSION_COLUMNS[dimension]} is null`
}
