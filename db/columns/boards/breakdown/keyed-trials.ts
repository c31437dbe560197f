import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { BreakdownTerms } from '~/domain/insight/breakdown/breakdown-terms'
import type { DimensionValue } from '~/domain/insight/breakdown/dimensions'
import type { ColumnsReader } from '../../columns-reader'
import { membersAt } from '../../views'
import { DIMENSION_COLUMNS } from '../dimension-columns'
import { measuredTrials } from '../measured-trials'
import { scopedTrials } from '../scoped-trials'

/** The values of the dimensions in a row; `other` is null by one dimension. */
export interface KeyRow {
  one: DimensionValue
  other: DimensionValue
}

/** The values, as many as there are dimensions. */
export const keysOfRow = ({ by }: BreakdownTerms, { one, other }: KeyRow): DimensionValue[] =>
  by.length === 1 ? [one] : [one, other]

/** The trials of a scope with `one` and `other`, the dimensions' values, and further columns taken of `trial`. */
export function keyedTrials(
  reader: ColumnsReader,
  scope: BoardScope,
  { by, measure, columns }: Pick<BreakdownTerms, 'by' | 'measure'> & { columns: SQL },
): SQL {
  const [one, other] = by
  const needsGoals = measure === 'converted' || measure === 'asked'
  const trials = needsGoals ? measuredTrials(reader, scope) : scopedTrials(reader, scope)
  const needsAccount = one === 'account' || other === 'account'
  const member = sql`left join ${membersAt(reader)} as member on member.visitor = trial.visitor`
  return sql`(
    select ${DIMENSION_COLUMNS[one]} as one, ${other ? DIMENSION_COLUMNS[other] : sql`null`} as other, ${columns}
    from ${trials} as trial ${needsAccount ? member : sql``})`
}
