import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { insertDocument } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { newSlugProblem } from '~/domain/content/new-slug'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { changedBy } from './changed-by'
import { slugMessage } from './slug-message'

interface NewDraft {
  kind: DocumentKind
  slug: string
  files: DocumentFiles
}

/**
 * Inserts a document that begins as a draft with these files.
 * @throws DomainError `conflict` when the slug is taken
 */
export async function insertDraft(
  tx: Executor,
  ctx: Context,
  { kind, slug, files }: NewDraft,
): Promise<DocumentRow> {
  const created = await insertDocument(tx, {
    id: uuidv7(),
    kind,
    slug,
    status: 'draft',
    draftFiles: files,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
    updatedBy: changedBy(ctx),
  })
  if (created) return created
  throw new DomainError('conflict', `There is a ${kind} “${slug}” already.`, { at: 'slug' })
}

/** @throws DomainError `invalid-input` with `problem` when a new document cannot have this slug */
export function refuseSlug(kind: DocumentKind, slug: string): void {
  const problem = newSlugProblem(kind, slug)
  if (problem) throw new DomainError('invalid-input', slugMessage(problem), { at: 'slug', problem })
}
