import { leaseMail, updateMail } from '#db/queries/mails'
import type { MailRow } from '#db/queries/mails'
import type { MailKind } from '#db/schema/mail'
import type { App } from '~/platform/context/context'
import { isRefusedForGood, problemOf } from './mail-transport'
import type { MailTransport } from './mail-transport'

/** Longer than a mail server is waited for. */
const LEASE_MS = 2 * 60 * 1000

/** Messages that hold a secret: once sent, their words are not kept. */
const SECRET: MailKind[] = ['verify-address']
const NO_WORDS = { text: '', html: '' }

/** `later`: the server could not take it now, and it is to be tried again. `idle`: it waits no more, or another try goes on. */
export type Delivery = 'sent' | 'failed' | 'later' | 'idle'

/** Tries once to send a message of the outbox. Two instances never try the same at the same time. */
export async function deliverMail(
  { db, now }: Pick<App, 'db' | 'now'>,
  transport: Pick<MailTransport, 'send'>,
  id: string,
): Promise<Delivery> {
  const at = now()
  const mail = await leaseMail(db, id, { now: at, until: new Date(at.getTime() + LEASE_MS) })
  if (!mail) return 'idle'
  const words = SECRET.includes(mail.kind) ? NO_WORDS : {}
  if (mail.expiresAt && mail.expiresAt <= at) {
    await updateMail(db, id, { state: 'failed', problem: 'EXPIRED', ...words })
    return 'failed'
  }
  const problem = await trySend(transport, mail)
  if (problem === null) {
    await updateMail(db, id, { state: 'sent', sentAt: now(), problem: null, ...words })
    return 'sent'
  }
  const state = problem.isFinal ? 'failed' : 'waiting'
  await updateMail(db, id, { state, problem: problem.text, leasedUntil: null })
  return problem.isFinal ? 'failed' : 'later'
}

async function trySend(
  transport: Pick<MailTransport, 'send'>,
  mail: MailRow,
): Promise<{ isFinal: boolean; text: string } | null> {
  try {
    await transport.send(mail)
    return null
  } catch (error) {
    return { isFinal: isRefusedForGood(error), text: problemOf(error) }
  }
}
