import type PgBoss from 'pg-boss'
import { takeUnqueued, updateMail } from '#db/queries/mails'
import type { App } from '~/platform/context/context'
import { startJobs } from './jobs'
import { deliverMail } from './deliver-mail'
import { smtpTransport } from './mail-transport'
import type { MailTransport } from './mail-transport'

const QUEUE = 'mail'
/** A waiting message whose job is gone gets a new one after this. */
const LOST_MS = 4 * 60 * 60 * 1000
const AT_ONCE = 100

/** How soon things are tried; tests are quicker. */
export interface MailPace {
  pollSeconds: number
  retrySeconds: number
}

const PACE: MailPace = { pollSeconds: 2, retrySeconds: 30 }
/** With doubling pauses these are about two hours; then the message is queued anew, until it is sent or runs out. */
const TRIES = 8

export interface MailJob {
  stop(): Promise<void>
}

/**
 * Sends what waits in the outbox, when there is a mail server. Without one nothing is started and messages wait, for people
 * to read in the studio.
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

/** One try. Throwing makes pg-boss try again after a pause; the last of its tries gives the message back to the outbox. */
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
 * Makes jobs of what waits. The mark of a message holds once its job is made: who dies in between leaves it unmarked, and a
 * second job of one message finds it leased or sent.
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
