import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Measuring } from '~/domain/insight/board-scope'

/** True for an unfinished trial that is idle for longer than the rules allow. */
export const isDropped = ({ clock, rules }: Measuring): SQL =>
  sql`(trial.outcome is null and ${clock.now.getTime()} - trial.last_event_ms > ${rules.idleMs})`
