import { v7 as uuidv7 } from 'uuid'
import { findDocument, insertDocument } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import type { DomainError } from '~/domain/errors'
import { isDomainError } from '~/domain/errors'
import { permit } from '~/server/context'
import type { Context, VerbArgs } from '~/server/context'
import { changedNames } from './changed-files'
import { publishDocument } from './publish-document.server'
import { readContentFolder } from './read-content-folder.server'
import type { FolderDocument } from './read-content-folder.server'
import { readDocument } from './read-document.server'
import { changedBy, record } from './record.server'
import { saveDraft } from './save-draft.server'

export interface PushInput {
  /** A folder laid out as `content/`. */
  directory: string
  /** Publishes what differs from what is live; else drafts are left for somebody to publish. */
  publish: boolean
  note?: string
}

export interface PushedDocument {
  kind: string
  slug: string
  outcome: 'created' | 'saved' | 'unchanged' | 'published' | 'refused'
  error?: DomainError
}

/**
 * Makes the drafts what a content folder says, and publishes them when asked. Documents that the folder does not have
 * stay as they are. One that is refused stops no other.
 */
export async function pushContent({ ctx, input }: VerbArgs<PushInput>): Promise<PushedDocument[]> {
  permit(ctx, 'documents.edit')
  const pushed: PushedDocument[] = []
  for (const document of await readContentFolder(input.directory)) {
    pushed.push(await pushDocument(ctx, document, input))
  }
  return pushed
}

async function pushDocument(
  ctx: Context,
  document: FolderDocument,
  input: PushInput,
): Promise<PushedDocument> {
  const { kind, slug } = document
  try {
    const saved = await saveFromFolder(ctx, document)
    const published = input.publish && (await publishIfChanged(ctx, document, input.note ?? ''))
    return { kind, slug, outcome: published ? 'published' : saved }
  } catch (error) {
    if (!isDomainError(error)) throw error
    return { kind, slug, outcome: 'refused', error }
  }
}

async function saveFromFolder(ctx: Context, document: FolderDocument): Promise<PushedDocument['outcome']> {
  const { kind, slug, files } = document
  const found = await findDocument(ctx.db, kind, slug)
  if (!found) return createFromFolder(ctx, document)
  if (changedNames(found.draftFiles, files).length === 0) return 'unchanged'
  await saveDraft({ ctx, input: { kind, slug, draftVersion: found.draftVersion, files } })
  return 'saved'
}

async function createFromFolder(ctx: Context, { kind, slug, files }: FolderDocument): Promise<'created'> {
  const at = ctx.now()
  const row = { kind, slug, draftFiles: files, createdAt: at, updatedAt: at, updatedBy: changedBy(ctx) }
  await ctx.db.transaction(async (tx) => {
    const created: DocumentRow | null = await insertDocument(tx, { ...row, id: uuidv7(), status: 'draft' })
    if (created) await record(tx, ctx, 'document.create', created)
  })
  return 'created'
}

async function publishIfChanged(
  ctx: Context,
  { kind, slug }: FolderDocument,
  note: string,
): Promise<boolean> {
  const { changes, status, draftVersion } = await readDocument({ ctx, input: { kind, slug } })
  if (status === 'retired' || changes.length === 0) return false
  await publishDocument({ ctx, input: { kind, slug, draftVersion, note } })
  return true
}
