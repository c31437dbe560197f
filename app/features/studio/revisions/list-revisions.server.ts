import type { z } from 'zod'
import { listRevisionSummaries } from '#db/queries/revisions'
import type { RevisionSummary } from '#db/queries/revisions'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { parseInput } from '~/platform/http/parse-input'
import { documentKeySchema } from '../schemas'

/** Every revision of a document, newest first, without its contents. */
export async function listRevisions({
  ctx,
  input,
}: VerbArgs<z.input<typeof documentKeySchema>>): Promise<RevisionSummary[]> {
  permit(ctx, 'documents.read')
  const document = await readOrRefuse(ctx.db, parseInput(documentKeySchema, input))
  return listRevisionSummaries(ctx.db, document.id)
}
