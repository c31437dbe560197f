import { leaseMail, updateMail } from '#db/queries/mails'
import type { MailRow } from '#db/queries/mails'
import type { MailKind } from '#db/schema/mail'
import type { App } from '~/platform/context/context'
import { isRefusedForGood, mailProblem } from './mail-transport'
import type { MailTransport } from './mail-transport'

/** Longer than the timeout of a mail server. */
const LEASE_MS = 2 * 60 * 1000

/** Kinds of messages that contain a secret: once sent, their text is deleted. */
const SECRET: MailKind[] = ['verify-address']
const NO_WORDS = { text: '', html: '' }

/** `later`: the server could not accept it now; try again. `idle`: it is not waiting, or another attempt is running. */
export type Delivery = 'sent' | 'failed' | 'later' | 'idle'

/** Tries once to send a message from the outbox. Two instances never try the same message at once. */
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
    return { isFinal: isRefusedForGood(error), text: mailProblem(error) }
  }
}
