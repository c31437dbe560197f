import { sql } from 'drizzle-orm'
import type { ChannelCounts } from '~/domain/insight/attribution/channel-counts'
import type { ChannelPlace, Placed } from '~/domain/insight/attribution/channel-place'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { touchesAt } from '../../views'
import { measuredTrials } from '../measured-trials'
import { PLAIN_SET_CONDITIONS } from '../trial-set'
import { isCounted } from './counted-visitors'

/** Counts trials by what they began by, and touches by their own. The oracle is `countChannels`. */
export async function readChannelCounts(
  reader: ColumnsReader,
  scope: BoardScope,
): Promise<Placed<ChannelCounts>[]> {
  const touch = sql`touch`
  const rows = await reader.rows<ChannelCounts & ChannelPlace>(sql`
    with part as (
      select trial.channel, trial.source, trial.campaign, 0 as touches, 1 as trials,
        ${PLAIN_SET_CONDITIONS.finished(scope)}::integer as finished,
        ${PLAIN_SET_CONDITIONS.asked(scope)}::integer as asked
      from ${measuredTrials(reader, scope)} as trial
      union all
      select touch.channel, touch.source, touch.campaign, 1, 0, 0, 0
      from ${touchesAt(reader)} as touch where ${isCounted(reader, scope, touch)})
    select channel, source, campaign, sum(touches)::integer as touches, sum(trials)::integer as trials,
      sum(finished)::integer as finished, sum(asked)::integer as asked
    from part group by channel, source, campaign`)
  return rows.map(({ channel, source, campaign, ...counts }) => ({
    place: { channel, source, campaign },
    ...counts,
  }))
}
