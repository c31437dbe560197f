import type { z } from 'zod'
import { listDocumentSummaries } from '#db/queries/documents'
import type { DocumentSummary } from '#db/queries/documents'
import { permit } from '~/server/context'
import type { VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { listSchema } from './schemas'

/** Documents of a kind, or all, last changed first; `text` filters by slug and title. */
export async function listDocuments({
  ctx,
  input,
}: VerbArgs<z.input<typeof listSchema>>): Promise<DocumentSummary[]> {
  permit(ctx, 'documents.read')
  return listDocumentSummaries(ctx.db, parseInput(listSchema, input))
}
