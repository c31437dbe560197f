import { z } from 'zod'
import { countMails, listMailRows as readMails } from '#db/queries/mails'
import type { ListedMail } from '#db/queries/mails'
import type { MailState } from '#db/schema/mail'
import { instantSchema } from '~/domain/instant-schema'
import { verb } from '~/platform/verb/verb'
import { MAIL_STATES } from './mail-states'

const PAGE = 50

const inputSchema = z.strictObject({
  state: z.enum(MAIL_STATES).optional(),
  before: z.strictObject({ at: instantSchema, id: z.uuid() }).optional(),
})

export interface MailPage {
  mails: Omit<ListedMail, 'visitorId'>[]
  counts: Record<MailState, number>
  next: { at: Date; id: string } | null
  /** False: there is no mail server, and messages wait to be read here. */
  isSending: boolean
}

/** The outbox, the newest first. */
export const listMails = verb(
  { permission: 'outbox.read', input: inputSchema },
  async ({ ctx, input: { state, before } }): Promise<MailPage> => {
    const rows = await readMails(ctx.db, { state, before, limit: PAGE + 1 })
    const mails = rows.slice(0, PAGE).map(({ visitorId: _visitorId, ...mail }) => mail)
    const last = mails.at(-1)
    return {
      ...{ mails, counts: await countMails(ctx.db), isSending: ctx.env.mail !== null },
      next: rows.length > PAGE && last ? { at: last.createdAt, id: last.id } : null,
    }
  },
)
