import { sql } from 'drizzle-orm'
import type { ChannelCounts } from '~/domain/insight/attribution/channel-counts'
import type { ChannelLevel } from '~/domain/insight/attribution/channel-level'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { touchesAt } from '../../views'
import { measuredTrials } from '../measured-trials'
import { PLAIN_SET_CONDITIONS } from '../trial-set'
import { channelKey } from './channel-key'
import { isCounted } from './counted-visitors'

/** Counts trials by what they began by, and touches by their own. The oracle is `countChannels`. */
export async function readChannelCounts(
  reader: ColumnsReader,
  scope: BoardScope,
  level: ChannelLevel,
): Promise<Map<string, ChannelCounts>> {
  const [trial, touch] = [sql`trial`, sql`touch`]
  const rows = await reader.rows<ChannelCounts & { key: string }>(sql`
    with part as (
      select ${channelKey(trial, level)} as key, trial.visitor, 0 as touches, 1 as trials,
        ${PLAIN_SET_CONDITIONS.finished(scope)}::integer as finished,
        ${PLAIN_SET_CONDITIONS.asked(scope)}::integer as asked
      from ${measuredTrials(reader, scope)} as trial
      union all
      select ${channelKey(touch, level)}, touch.visitor, 1, 0, 0, 0
      from ${touchesAt(reader)} as touch where ${isCounted(reader, scope, touch)})
    select key, count(distinct visitor)::integer as visitors, sum(touches)::integer as touches,
      sum(trials)::integer as trials, sum(finished)::integer as finished, sum(asked)::integer as asked
    from part group by key`)
  return new Map(rows.map(({ key, ...counts }) => [key, counts]))
}
