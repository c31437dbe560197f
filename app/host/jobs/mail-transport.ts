import { createTransport } from 'nodemailer'
import type { MailRow } from '#db/queries/mails'
import type { Environment } from '~/platform/environment'
import { oneLine } from '~/platform/mail/render-mail'

/** Sends messages through a mail server. */
export interface MailTransport {
  /** Resolves when the server has taken the message. */
  send(mail: Pick<MailRow, 'id' | 'to' | 'subject' | 'text' | 'html' | 'unsubscribe'>): Promise<void>
  close(): void
}

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000
/**
 * The total time limit of one message, even if a server answers byte by byte; shorter than the lease of the message.
 */
const SEND_MS = 90_000

/** A connection to a mail server. Messages may not name files or addresses whose content is to be sent. */
export const connectSmtp = (
  url: string,
  { connectMs, silenceMs }: { connectMs: number; silenceMs: number },
) =>
  createTransport({
    url,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

/**
 * The mail server in the settings. Addresses are passed as data, so that nothing in them becomes a header or a second
 * recipient.
 */
export function smtpTransport(
  { url, from }: NonNullable<Environment['mail']>,
  { sendMs = SEND_MS } = {},
): MailTransport {
  const transport = connectSmtp(url, { connectMs: CONNECT_MS, silenceMs: SILENCE_MS })
  const host = (/@([^<>@\s]+)>?$/.exec(from)?.[1] ?? 'foyer.local').toLowerCase()
  return {
    send: async ({ id, to, subject, text, html, unsubscribe }) => {
      const sending = transport.sendMail({
        from,
        to: { name: '', address: oneLine(to) },
        ...{ subject: oneLine(subject), text, html },
        // The same for every attempt, so that a server can recognize a duplicate.
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribe) },
      })
      await inTime(sending, sendMs)
    },
    close: () => transport.close(),
  }
}

/** By which a mail program ends a series with one press (RFC 8058). */
const listHeaders = (unsubscribe: string | null): Record<string, string> =>
  unsubscribe === null
    ? {}
    : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

async function inTime(sending: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('The mail server took too long.'), { code: 'ETIMEDOUT' })),
      ms,
    )
  })
  try {
    await Promise.race([sending, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Whether the failure is permanent: the server rejected the recipient or the message. Rejecting the sender is a matter
 * of the settings and affects every message, so it is not.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = codesOf(error)
  if ((error as { command?: unknown } | null)?.command === 'MAIL FROM') return false
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== null && responseCode >= 500
}

/** Why a message was not accepted, without the server's text, which may contain the address or a password. */
export function mailProblem(error: unknown): string {
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
