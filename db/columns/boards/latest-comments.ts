import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { TrialComment } from '~/domain/insight/listed-trial'
import type { ColumnsReader } from '../columns-reader'
import { scopedTrials } from './scoped-trials'

/** Comments of ratings in the scope, the newest first, without empty ones. */
export async function readLatestComments(
  reader: ColumnsReader,
  scope: BoardScope,
  limit: number,
): Promise<TrialComment[]> {
  const rows = await reader.rows<Omit<TrialComment, 'at'> & { atMs: number }>(sql`
    select trial.id as "trialId", trial.stars, trial.comment, trial.plan, trial.role, trial.rated_ms::double as "atMs"
    from ${scopedTrials(reader, scope)} as trial
    where trial.comment <> ''
    order by trial.rated_ms desc, trial.id desc limit ${limit}`)
  return rows.map(({ atMs, ...row }) => ({ ...row, at: new Date(atMs) }))
}
