import { createTransport } from 'nodemailer'
import type { MailRow } from '#db/queries/mails'
import type { Environment } from '../environment'
import { oneLine } from './render-mail'

/** Hands messages to a mail server. */
export interface MailTransport {
  /** Resolves when the server has taken the message. */
  send(mail: Pick<MailRow, 'id' | 'to' | 'subject' | 'text' | 'html'>): Promise<void>
  close(): void
}

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000

/** The mail server of the settings. Addresses go as data, so that nothing in them becomes a header or a second recipient. */
export function smtpTransport({ url, from }: NonNullable<Environment['mail']>): MailTransport {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = (/@([^<>@\s]+)>?$/.exec(from)?.[1] ?? 'foyer.local').toLowerCase()
  return {
    send: async ({ id, to, subject, text, html }) => {
      await transport.sendMail({
        from,
        to: { name: '', address: oneLine(to) },
        ...{ subject: oneLine(subject), text, html },
        // The same at every try, so that a server that took it already can tell.
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

/** Whether trying again is of no use: the server refused the recipient or the message for good. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = codesOf(error)
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== null && responseCode >= 500
}

/** Why a message was not taken, without the server's words: they may repeat the address or a password. */
export function problemOf(error: unknown): string {
  const { code, responseCode } = codesOf(error)
  return [code, responseCode].filter((part) => part !== null).join(' ')
}

function codesOf(error: unknown): { code: string; responseCode: number | null } {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  return {
    code: typeof code === 'string' ? code : 'ERROR',
    responseCode: typeof responseCode === 'number' ? responseCode : null,
  }
}
