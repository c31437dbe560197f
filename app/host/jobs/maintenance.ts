import { deleteAnswersBefore } from '#db/queries/idempotent-answers'
import { deleteExpiredChecks } from '#db/queries/address-checks'
import { deleteOldMails } from '#db/queries/mails'
import { deleteOldDeliveries } from '#db/queries/webhooks'
import { deleteRemovedNotes } from '#db/queries/trial-notes'
import { deleteExpiredSessions } from '#db/queries/people'
import { deleteNamesBefore } from '#db/feed/names-page'
import { ensurePartitions, preparedRange } from '#db/partitions'
import { findFarms } from '~/features/farms/find-farms.server'
import { judgeYesterday } from '~/features/alerts/judge-yesterday.server'
import { sendBoardMails } from '~/features/boards/outlets/send-board-mails.server'
import { recountPast } from '~/features/recount/recount-past.server'
import { purgeOldData } from '~/features/retention/purge.server'
import { ANSWERS_KEPT_MS } from '~/platform/cache/answer-once'
import { systemContext } from '~/platform/context/context'
import type { App } from '~/platform/context/context'

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Past trials are recounted only after the first requests were served. */
const FIRST_COUNT_MS = 5_000
/** So that a center that is restarted every day is maintained too. */
const FIRST_CARE_MS = 5 * 60 * 1000

/** How long messages stay in the outbox. */
const MAILS_KEPT_MS = 90 * DAY_MS

/** How long the names of changed rows are kept: a copy that did not follow for longer is read again. */
const NAMES_KEPT_MS = DAY_MS

/** The actor of audit entries that the jobs write. */
const MAINTENANCE = 'maintenance'

/**
 * Daily maintenance: creates partitions for new traces, and deletes expired sessions, stored responses, traces and
 * trials.
 */
export async function runMaintenance(app: App): Promise<void> {
  const now = app.now()
  await ensurePartitions(app.sql, preparedRange(now))
  await deleteExpiredSessions(app.db, now)
  await deleteAnswersBefore(app.db, new Date(now.getTime() - ANSWERS_KEPT_MS))
  await deleteExpiredChecks(app.db, now)
  await deleteOldDeliveries(app.db, new Date(now.getTime() - MAILS_KEPT_MS))
  await deleteRemovedNotes(app.db, new Date(now.getTime() - DAY_MS))
  await deleteOldMails(app.db, {
    mails: new Date(now.getTime() - MAILS_KEPT_MS),
    days: now.toISOString().slice(0, 10),
  })
  await deleteNamesBefore(app.sql, new Date(Date.now() - NAMES_KEPT_MS))
  const ctx = systemContext(app, MAINTENANCE)
  await findFarms({ ctx })
  await purgeOldData({ ctx })
}

/**
 * Runs maintenance soon after the start and then daily until stopped; every hour it looks for sign-up farms and
 * recounts trials. A failed run is logged, and the next one tries again.
 */
export function startMaintenance(app: App): { stop(): void } {
  const ctx = systemContext(app, MAINTENANCE)
  const care = () =>
    void runMaintenance(app).catch((error: unknown) =>
      app.log.error({ err: error }, 'The daily maintenance failed'),
    )
  const count = () =>
    void recountPast({ ctx }).catch((error: unknown) =>
      app.log.error({ err: error }, 'Counting trials of the past failed'),
    )
  const judge = () =>
    void judgeYesterday({ ctx }).catch((error: unknown) =>
      app.log.error({ err: error }, 'Judging the last day failed'),
    )
  const first = setTimeout(() => {
    care()
    judge()
  }, FIRST_CARE_MS).unref()
  const firstCount = setTimeout(count, FIRST_COUNT_MS).unref()
  const daily = setInterval(care, DAY_MS).unref()
  const look = () =>
    void findFarms({ ctx }).catch((error: unknown) =>
      app.log.error({ err: error }, 'Looking for farms failed'),
    )
  const mail = () =>
    void sendBoardMails({ ctx }).catch((error: unknown) =>
      app.log.error({ err: error }, 'Mailing boards failed'),
    )
  const eachMinute = setInterval(mail, MINUTE_MS).unref()
  const hourly = setInterval(() => {
    look()
    count()
    judge()
  }, HOUR_MS).unref()
  return {
    stop: () => {
      clearTimeout(first)
      clearTimeout(firstCount)
      clearInterval(daily)
      clearInterval(hourly)
      clearInterval(eachMinute)
    },
  }
}
