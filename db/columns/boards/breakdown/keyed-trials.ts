import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { BreakdownTerms } from '~/domain/insight/breakdown/breakdown-terms'
import type { DimensionValue } from '~/domain/insight/breakdown/dimensions'
import type { CurrencyFactors } from '~/domain/insight/value'
import type { ColumnsReader } from '../../columns-reader'
import { membersAt } from '../../views'
import { DIMENSION_COLUMNS } from '../dimension-columns'
import { measuredTrials, unitAmounts } from '../measured-trials'
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
  { columns, ...terms }: Pick<BreakdownTerms, 'by' | 'measure' | 'factors'> & { columns: SQL },
): SQL {
  const [one, other] = terms.by
  const needsAccount = one === 'account' || other === 'account'
  const member = sql`left join ${membersAt(reader)} as member on member.visitor = trial.visitor`
  return sql`(
    select ${DIMENSION_COLUMNS[one]} as one, ${other ? DIMENSION_COLUMNS[other] : sql`null`} as other, ${columns}
    from ${trialsOf(reader, scope, terms)} as trial ${needsAccount ? member : sql``})`
}

/** The trials with what the measure needs besides their own columns. */
function trialsOf(
  reader: ColumnsReader,
  scope: BoardScope,
  { measure, factors = {} }: Pick<BreakdownTerms, 'measure' | 'factors'>,
): SQL {
  if (measure === 'converted' || measure === 'asked') return measuredTrials(reader, scope)
  return measure === 'value' ? worthOfTrials(reader, scope, factors) : scopedTrials(reader, scope)
}

/** `worth`: the values of conversions inside the window in the headline currency, those that have a rate. */
function worthOfTrials(reader: ColumnsReader, scope: BoardScope, factors: CurrencyFactors): SQL {
  const cases = Object.entries(factors).map(
    ([code, factor]) => sql`when ${code} then amount.value * ${factor}::double`,
  )
  return sql`(
    select trial.*, coalesce(own.worth, 0) as worth
    from ${scopedTrials(reader, scope)} as trial left join (
      select amount.number, sum(case amount.currency ${sql.join([sql`when '' then 0`, ...cases], sql` `)} end) as worth
      from ${unitAmounts(reader, scope, { unit: 'trial' })} as amount group by amount.number) as own
      on own.number = trial.number)`
}
