import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ChangeCell } from '~/domain/insight/contributions/contribution'
import type { ColumnsReader } from '../columns-reader'
import { measuredTrials } from './measured-trials'
import { PLAIN_SET_CONDITIONS } from './trial-set'

/** Counts the trials of a scope by demo, plan, channel and role. The oracle is `changeCells`. */
export async function readChangeCells(reader: ColumnsReader, scope: BoardScope): Promise<ChangeCell[]> {
  const { finished, matured, converted } = PLAIN_SET_CONDITIONS
  return reader.rows<ChangeCell>(sql`
    select trial.demo, trial.plan, trial.channel, trial.role, count(*)::integer as trials,
      (count(*) filter (where ${finished(scope)}))::integer as finished,
      (count(*) filter (where ${matured(scope)}))::integer as matured,
      (count(*) filter (where ${converted(scope)}))::integer as converted
    from ${measuredTrials(reader, scope)} as trial group by all`)
}
