import { findDraftFiles, listDocumentSummaries } from '#db/queries/documents'
import type { DocumentSummary } from '~/domain/content/document-summary'
import { fold } from '~/domain/fold'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { draftTitle } from './draft-title'
import { documentListSchema } from '../schemas'

/**
 * Documents of a kind, or all, last changed first; `text` filters by slug and title. One that was never live has
 * its draft's title.
 */
export const listDocuments = verb(
  { permission: 'documents.read', input: documentListSchema },
  async ({ ctx, input: { kind, text = '' } }): Promise<DocumentSummary[]> => {
    const documents = await withDraftTitles(ctx, await listDocumentSummaries(ctx.db, { kind }))
    const wanted = fold(text)
    const called = ({ slug, title }: DocumentSummary) => [slug, ...Object.values(title ?? {})]
    return documents.filter((document) => called(document).some((name) => fold(name).includes(wanted)))
  },
)

/** Fills in the titles of documents that were never live. */
export async function withDraftTitles(
  ctx: Context,
  documents: DocumentSummary[],
): Promise<DocumentSummary[]> {
  const untitled = documents.filter((document) => !document.title).map((document) => document.id)
  const files = await findDraftFiles(ctx.db, untitled)
  return documents.map((document) => ({
    ...document,
    title: document.title ?? draftTitle(document.kind, files.get(document.id) ?? {}),
  }))
}
