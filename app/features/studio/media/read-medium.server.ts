import { findMedium, listMediumUses } from '#db/queries/media'
import type { MediumRow, MediumUse } from '#db/queries/media'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { mediumSchema } from './schemas'

/** A medium, and which documents name it. @throws DomainError `not-found` */
export const readMedium = verb(
  { permission: 'documents.read', input: mediumSchema },
  async ({ ctx, input: { name } }): Promise<MediumRow & { uses: MediumUse[] }> => {
    const found = await findMedium(ctx.db, name)
    if (!found) throw new DomainError('not-found', `There is no picture or video “${name}”.`)
    return { ...found, uses: await listMediumUses(ctx.db, name) }
  },
)
