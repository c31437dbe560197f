import type { z } from 'zod'
import { findRevision } from '#db/queries/revisions'
import type { RevisionRow } from '#db/queries/revisions'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { parseInput } from '~/platform/http/parse-input'
import { revisionSchema } from '../schemas'

/** One revision with its files. @throws DomainError `not-found` */
export async function readRevision({
  ctx,
  input,
}: VerbArgs<z.input<typeof revisionSchema>>): Promise<RevisionRow> {
  permit(ctx, 'documents.read')
  const { number, ...named } = parseInput(revisionSchema, input)
  const document = await readOrRefuse(ctx.db, named)
  const found = await findRevision(ctx.db, document.id, number)
  if (found) return found
  throw new DomainError('not-found', `There is no revision ${number} of “${named.slug}”.`, { number })
}
