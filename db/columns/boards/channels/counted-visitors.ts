import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { trialsAt } from '../../views'
import { scopedTrials } from '../scoped-trials'

const EVER = { from: null, until: null }

/**
 * True for a touch or conversion of the board: it lies in the range, and its visitor either tried nothing or has a trial
 * that passes the filter, at any time. So flags that leave a visitor's trials out leave their arrivals out too.
 */
export function isCounted(reader: ColumnsReader, scope: BoardScope, row: SQL): SQL {
  const { from, until } = scope.range
  return sql`(
    ${row}.at_ms <= ${scope.clock.now.getTime()}
    and ${from ? sql`${row}.at_ms >= ${from.getTime()}` : sql`true`}
    and ${until ? sql`${row}.at_ms < ${until.getTime()}` : sql`true`}
    and (
      ${row}.visitor in (select trial.visitor from ${scopedTrials(reader, { ...scope, range: EVER })} as trial)
      or ${row}.visitor not in (select trial.visitor from ${trialsAt(reader)} as trial)))`
}
