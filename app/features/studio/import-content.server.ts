import { v7 as uuidv7 } from 'uuid'
import { findDocument, insertDocument } from '#db/queries/documents'
import type { DomainError } from '~/domain/errors'
import { isDomainError } from '~/domain/errors'
import { permit } from '~/server/context'
import type { Context, VerbArgs } from '~/server/context'
import { prepareRevision } from './prepare-revision.server'
import type { PreparedRevision } from './prepare-revision.server'
import { readContentFolder } from './read-content-folder.server'
import type { FolderDocument } from './read-content-folder.server'
import { changedBy, record } from './record.server'
import { storeRevision } from './store-revision.server'

export interface ImportInput {
  /** A folder laid out as `content/`. */
  directory: string
  /** Called after each document. */
  onProgress?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  done: number
  total: number
  kind: string
  slug: string
  outcome: ImportOutcome
}

export type ImportOutcome = 'published' | 'draft' | 'present'

export interface ImportResult {
  published: number
  /** Documents that were there already: they are left as they are. */
  present: number
  /** Documents that could not be published: they are drafts now, with the reason. */
  refused: { kind: string; slug: string; error: DomainError }[]
}

/**
 * Brings a content folder into the database as published revisions, by the same way as publishing. What is in the
 * database stays untouched, so it may run at every start. A document that is refused stays a draft and stops no other.
 */
export async function importContent({ ctx, input }: VerbArgs<ImportInput>): Promise<ImportResult> {
  permit(ctx, 'documents.publish')
  const documents = await readContentFolder(input.directory)
  const result: ImportResult = { published: 0, present: 0, refused: [] }
  for (const [index, document] of documents.entries()) {
    const { outcome, error } = await importDocument(ctx, document)
    const { kind, slug } = document
    if (outcome === 'published') result.published += 1
    if (outcome === 'present') result.present += 1
    if (error) result.refused.push({ kind, slug, error })
    input.onProgress?.({ done: index + 1, total: documents.length, kind, slug, outcome })
  }
  ctx.content.refresh()
  return result
}

async function importDocument(
  ctx: Context,
  document: FolderDocument,
): Promise<{ outcome: ImportOutcome; error?: DomainError }> {
  if (await findDocument(ctx.db, document.kind, document.slug)) return { outcome: 'present' }
  try {
    const prepared = await prepareRevision(ctx, document.kind, document.slug, document.files)
    return { outcome: await insertImported(ctx, document, prepared) }
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'proof-failed') throw error
    return { outcome: await insertImported(ctx, document, null), error }
  }
}

/** One transaction a document: two instances that start together import each document once. */
async function insertImported(
  ctx: Context,
  { kind, slug, files }: FolderDocument,
  prepared: PreparedRevision | null,
): Promise<ImportOutcome> {
  return ctx.db.transaction(async (tx) => {
    const at = ctx.now()
    const row = { kind, slug, draftFiles: files, createdAt: at, updatedAt: at, updatedBy: changedBy(ctx) }
    const created = await insertDocument(tx, { ...row, id: uuidv7(), status: 'draft' })
    if (!created) return 'present'
    const stored = prepared && (await storeRevision(tx, ctx, created, { ...prepared, note: '' }))
    await record(
      tx,
      ctx,
      'document.import',
      created,
      stored ? { revision: stored.number } : { refused: true },
    )
    return stored ? 'published' : 'draft'
  })
}
