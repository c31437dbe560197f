import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { ChannelLevel } from '~/domain/insight/attribution/channel-level'

/** Stands for arrivals that name no source or campaign, and for credit without a touch. */
const UNKNOWN = 'unknown'

const COLUMNS: Readonly<Record<ChannelLevel, SQL>> = {
  channel: sql`channel`,
  source: sql`source`,
  campaign: sql`campaign`,
}

/** What a trial or a touch is counted under. */
export const channelKey = (row: SQL, level: ChannelLevel): SQL =>
  sql`coalesce(${row}.${COLUMNS[level]}, ${UNKNOWN})`
