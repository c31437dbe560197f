import { z } from 'zod'
import { findMail } from '#db/queries/mails'
import type { MailRow } from '#db/queries/mails'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.strictObject({ id: z.uuid() })

/** One message with its words. @throws DomainError `not-found` */
export const readMail = verb(
  { permission: 'outbox.read', input: inputSchema },
  async ({ ctx, input }): Promise<Omit<MailRow, 'visitorId' | 'html'>> => {
    const mail = await findMail(ctx.db, input.id)
    if (!mail) throw new DomainError('not-found', 'There is no such message.')
    const { visitorId: _visitorId, html: _html, ...shown } = mail
    return shown
  },
)
