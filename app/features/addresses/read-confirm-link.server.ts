import { verb } from '~/platform/verb/verb'
import { confirmLinkSchema, openCheck } from './open-check.server'

/**
 * Whether a link of a message can still be used. Changes nothing: previews of links open them, too.
 * @throws DomainError `not-found` for a link that is unknown, used or too old
 */
export const readConfirmLink = verb(
  { permission: 'anyone', input: confirmLinkSchema },
  async ({ ctx, input: { link } }): Promise<void> => {
    await openCheck(ctx.db, link, ctx.now())
  },
)
