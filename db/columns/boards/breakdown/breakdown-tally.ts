import type { BoardScope } from '~/domain/insight/board-scope'
import type { BreakdownTerms } from '~/domain/insight/breakdown/breakdown-terms'
import type { BreakdownTally } from '~/domain/insight/breakdown/tallied-breakdown'
import type { ColumnsReader } from '../../columns-reader'
import { readMedians } from './medians'
import { readSums } from './sums'

/** What a breakdown is computed from, in one statement. The oracle is `breakdown`. */
export async function readBreakdownTally(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: BreakdownTerms,
): Promise<BreakdownTally> {
  const { measure } = terms
  return measure === 'active' || measure === 'score'
    ? { measure, ...(await readMedians(reader, scope, { ...terms, measure })) }
    : { measure, rows: await readSums(reader, scope, { ...terms, measure }) }
}
