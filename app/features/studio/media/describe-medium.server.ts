import { updateMediumAlt } from '#db/queries/media'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { refuseMissingAlt } from './missing-alt.server'
import { describeMediumSchema } from './schemas'

/** Changes the alternative text of a medium. @throws DomainError `not-found`, `invalid-input` */
export const describeMedium = verb(
  { permission: 'documents.edit', input: describeMediumSchema, audit: ['medium.describe'] },
  async ({ ctx, input: { name, alt }, audit }): Promise<void> => {
    await refuseMissingAlt(ctx, alt)
    await ctx.db.transaction(async (tx) => {
      if (!(await updateMediumAlt(tx, name, alt)))
        throw new DomainError('not-found', `There is no picture or video “${name}”.`)
      await audit(tx, 'medium.describe', { subject: name })
    })
  },
)
