import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../columns-reader'
import { scopedTrials } from './scoped-trials'
import { PLAIN_SET_CONDITIONS } from './trial-set'

/** Of the trials of one plan and start role: how many took the ideal way, of those whose way is known. */
export interface IdealCounts {
  plan: string
  role: string
  ideal: number
  known: number
}

/** How many trials of the scope took the ideal way, by plan and start role; pairs without trials are absent. */
export async function readIdealCounts(reader: ColumnsReader, scope: BoardScope): Promise<IdealCounts[]> {
  return reader.rows(sql`
    select trial.plan, trial.role,
      (count(*) filter (where ${PLAIN_SET_CONDITIONS['ideal-way'](scope)}))::integer as ideal,
      (count(*) filter (where ${PLAIN_SET_CONDITIONS['way-known'](scope)}))::integer as known
    from ${scopedTrials(reader, scope)} as trial group by trial.plan, trial.role`)
}
