import { z } from 'zod'
import { retryMail } from '#db/queries/mails'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.strictObject({ id: z.uuid() })

/**
 * Queues a failed message again.
 * @throws DomainError `conflict` for one that did not fail or may not
 *   be sent any more
 */
export const sendMailAgain = verb(
  { permission: 'outbox.read', input: inputSchema, audit: ['mail.send-again'] },
  async ({ ctx, input: { id }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      if (!(await retryMail(tx, id, ctx.now()))) {
        throw new DomainError('conflict', 'This message did not fail, or may not be sent any more.')
      }
      await audit(tx, 'mail.send-again', { subject: id })
    })
  },
)
