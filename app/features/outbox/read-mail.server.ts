import { z } from 'zod'
import { findMail } from '#db/queries/mails'
import type { MailRow } from '#db/queries/mails'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'

const inputSchema = z.strictObject({ id: z.uuid() })

/** One message with its words. @throws DomainError `unauthenticated` or `forbidden` without `outbox.read`; `not-found` */
export async function readMail({
  ctx,
  input,
}: VerbArgs<z.input<typeof inputSchema>>): Promise<Omit<MailRow, 'visitorId' | 'html'>> {
  permit(ctx, 'outbox.read')
  const mail = await findMail(ctx.db, parseInput(inputSchema, input).id)
  if (!mail) throw new DomainError('not-found', 'There is no such message.')
  const { visitorId: _visitorId, html: _html, ...shown } = mail
  return shown
}
