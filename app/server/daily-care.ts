import { deleteExpiredSessions } from '#db/queries/people'
import { ensurePartitions, standingRange } from '#db/partitions'
import type { App } from './context'

const DAY_MS = 24 * 60 * 60 * 1000

/** What a center that runs for months needs every day: room for the traces to come, and no sessions that ran out. */
export async function careForDatabase(app: Pick<App, 'db' | 'sql' | 'now'>): Promise<void> {
  const now = app.now()
  await ensurePartitions(app.sql, standingRange(now))
  await deleteExpiredSessions(app.db, now)
}

/** Does so once a day until it is stopped. A day that fails is logged, and the next one tries again. */
export function startDailyCare(app: App): { stop(): void } {
  const care = () =>
    careForDatabase(app).catch((error: unknown) => app.log.error({ err: error }, 'The daily care failed'))
  const timer = setInterval(() => void care(), DAY_MS).unref()
  return { stop: () => clearInterval(timer) }
}
