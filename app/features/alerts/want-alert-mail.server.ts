import { deleteAlertReader, insertAlertReader } from '#db/queries/alerts'
import { verb } from '~/platform/verb/verb'
import { readerSchema } from './schemas'

/** Sends alerts to the address that this person signs in with, or no longer. */
export const wantAlertMail = verb(
  { permission: 'signed-in', input: readerSchema, mayNeed: ['boards.read'] },
  async ({ ctx, input: { wanted }, need }): Promise<void> => {
    const { id: personId } = ctx.actor
    if (!wanted) return deleteAlertReader(ctx.db, personId)
    need('boards.read')
    await insertAlertReader(ctx.db, { personId, locale: ctx.locale, since: ctx.now() })
  },
)
