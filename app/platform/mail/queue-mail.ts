import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { insertMail } from '#db/queries/mails'
import type { MailKind } from '#db/schema/mail'
import type { Locale } from '~/domain/text'
import type { MailWords } from './mail-language'
import { renderMail } from './render-mail'

export interface MailToQueue {
  kind: MailKind
  to: string
  /** Of whom it speaks, so that erasing finds it. */
  visitorId?: string
  locale: Locale
  words: MailWords
  /** The address at which one press ends a series of messages. */
  unsubscribe?: string
  at: Date
  /** After this it is not sent any more. */
  expiresAt?: Date
}

/** Adds a message to the outbox, in the caller's transaction. A job sends it when there is a mail server. */
export async function queueMail(tx: Executor, message: MailToQueue): Promise<string> {
  const { kind, to, visitorId = null, locale, words, at, expiresAt = null } = message
  const { unsubscribe = null } = message
  const id = uuidv7({ msecs: at.getTime() })
  const rendered = renderMail(words, locale)
  await insertMail(tx, {
    id,
    visitorId,
    kind,
    to,
    locale,
    ...rendered,
    unsubscribe,
    createdAt: at,
    expiresAt,
  })
  return id
}
