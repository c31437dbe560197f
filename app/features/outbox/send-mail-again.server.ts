import { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { retryMail } from '#db/queries/mails'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'

const inputSchema = z.strictObject({ id: z.uuid() })

/**
 * Lets a message that failed be tried again.
 * @throws DomainError `unauthenticated` or `forbidden` without `outbox.read`; `conflict` for one that did not fail or may not
 *   be sent any more
 */
export async function sendMailAgain({ ctx, input }: VerbArgs<z.input<typeof inputSchema>>): Promise<void> {
  permit(ctx, 'outbox.read')
  const { id } = parseInput(inputSchema, input)
  await ctx.db.transaction(async (tx) => {
    if (!(await retryMail(tx, id, ctx.now()))) {
      throw new DomainError('conflict', 'This message did not fail, or may not be sent any more.')
    }
    await insertAuditEntry(tx, {
      ...auditActor(ctx.actor),
      ...{ at: ctx.now(), action: 'mail.send-again', subjectKind: 'mail', subjectId: id, data: {} },
    })
  })
}
