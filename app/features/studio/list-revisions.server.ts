import type { z } from 'zod'
import { listRevisionSummaries } from '#db/queries/revisions'
import type { RevisionSummary } from '#db/queries/revisions'
import { permit } from '~/server/context'
import type { VerbArgs } from '~/server/context'
import { readOrRefuse } from './find-or-refuse.server'
import { parseInput } from '~/server/parse-input'
import { documentSchema } from './schemas'

/** Every revision of a document, newest first, without its contents. */
export async function listRevisions({
  ctx,
  input,
}: VerbArgs<z.input<typeof documentSchema>>): Promise<RevisionSummary[]> {
  permit(ctx, 'documents.read')
  const document = await readOrRefuse(ctx.db, parseInput(documentSchema, input))
  return listRevisionSummaries(ctx.db, document.id)
}
