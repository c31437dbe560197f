import { findRevision } from '#db/queries/revisions'
import type { RevisionRow } from '#db/queries/revisions'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { revisionSchema } from '../schemas'

/** One revision with its files. @throws DomainError `not-found` */
export const readRevision = verb(
  { permission: 'documents.read', input: revisionSchema },
  async ({ ctx, input: { number, ...named } }): Promise<RevisionRow> => {
    const document = await readOrRefuse(ctx.db, named)
    const found = await findRevision(ctx.db, document.id, number)
    if (found) return found
    throw new DomainError('not-found', `There is no revision ${number} of “${named.slug}”.`, { number })
  },
)
