import type PgBoss from 'pg-boss'
import { takeUnqueued, updateMail } from '#db/queries/mails'
import type { App } from '~/platform/context/context'
import { startJobs } from './jobs'
import { deliverMail } from './deliver-mail'
import { smtpTransport } from './mail-transport'
import type { MailTransport } from './mail-transport'

const QUEUE = 'mail'
/** After this time a waiting message whose job is lost gets a new one. */
const LOST_MS = 4 * 60 * 60 * 1000
const AT_ONCE = 100

/** The intervals of the job; tests use shorter ones. */
export interface MailPace {
  pollSeconds: number
  retrySeconds: number
}

const PACE: MailPace = { pollSeconds: 2, retrySeconds: 30 }
/** With doubling pauses about two hours; then the message is queued again, until it is sent or expires. */
const TRIES = 8

export interface MailJob {
  stop(): Promise<void>
}

/**
 * Sends waiting messages when there is a mail server. Without one nothing is started; messages wait in the studio,
 * where people can read them.
 */
export async function startMailJob(
  app: App,
  { url, pace = PACE }: { url: string; pace?: MailPace },
): Promise<MailJob> {
  if (app.env.mail === null) return { stop: async () => {} }
  const transport = smtpTransport(app.env.mail)
  const jobs = await startJobs({ url, log: app.log, queues: [QUEUE] })
  const { boss } = jobs
  await boss.work<MailTask>(
    QUEUE,
    { pollingIntervalSeconds: pace.pollSeconds, batchSize: 1, includeMetadata: true },
    async ([job]) => void (job && (await work(app, transport, job))),
  )
  const relay = startRelay(app, boss, pace)
  return {
    stop: async () => {
      await relay.stop()
      await jobs.stop()
      transport.close()
    },
  }
}

interface MailTask {
  id: string
}

/** One attempt. Throwing makes pg-boss try again after a pause; its last attempt returns the message to the outbox. */
async function work(
  app: App,
  transport: MailTransport,
  { data: { id }, retryCount, retryLimit }: PgBoss.JobWithMetadata<MailTask>,
): Promise<void> {
  const delivery = await deliverMail(app, transport, id)
  if (delivery === 'failed') app.log.warn({ mail: id }, 'The mail server rejected a message permanently')
  if (delivery !== 'later') return
  if (retryCount >= retryLimit) await giveBack(app, id)
  throw new Error('The mail server did not accept a message.')
}

async function giveBack({ db }: Pick<App, 'db'>, id: string): Promise<void> {
  await updateMail(db, id, { queuedAt: null })
}

/**
 * Creates jobs for waiting messages. A message is marked once its job is created: after a crash in between it stays
 * unmarked, and a second job finds it leased or sent.
 */
function startRelay(app: App, boss: PgBoss, pace: MailPace): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const relay = async (): Promise<void> => {
    const now = app.now()
    const before = new Date(now.getTime() - LOST_MS)
    const { retrySeconds: retryDelay } = pace
    const options = { retryLimit: TRIES, retryDelay, retryBackoff: retryDelay > 0 }
    await app.db.transaction(async (tx) => {
      const ids = await takeUnqueued(tx, { now, before, limit: AT_ONCE })
      if (ids.length > 0) await boss.insert(ids.map((id) => ({ name: QUEUE, data: { id }, ...options })))
    })
  }
  const again = (): void => {
    running = relay().catch((error: unknown) => app.log.error({ err: error }, 'Queueing messages failed'))
    void running.then(() => {
      if (!stopped) timer = setTimeout(again, pace.pollSeconds * 1000).unref()
    })
  }
  let timer: NodeJS.Timeout | undefined
  again()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
