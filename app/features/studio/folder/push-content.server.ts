import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { findDocument, insertDocument } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import { newSlugProblem } from '~/domain/content/new-slug'
import { DomainError, isDomainError } from '~/domain/errors'
import type { Audit } from '~/platform/audit/record-audit'
import type { Context } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { changedNames } from '~/domain/content/changed-files'
import { verb } from '~/platform/verb/verb'
import { publishTogether } from '../revisions/publish-together.server'
import type { PushedDocument } from '../revisions/publish-together.server'
import { readContentFolder } from './read-content-folder.server'
import type { FolderDocument } from './read-content-folder.server'
import { refuseExcess } from '../documents/refuse-excess.server'
import { filesOfDocumentSchema } from '../schemas'
import { changedBy } from '../documents/changed-by'
import { ofDocument } from '../audit/of-document'
import { saveDraft } from '../documents/save-draft.server'
import { slugMessage } from '../documents/slug-message'

const inputSchema = z.object({
  /** A folder laid out as `content/`. */
  directory: z.string(),
  /** Publishes what differs from what is live; else drafts are left for somebody to publish. */
  publish: z.boolean(),
  note: z.string().default(''),
})

/**
 * Makes the drafts what a content folder says, and publishes them when asked: together, since they may name one another.
 * Documents that the folder does not have stay as they are. One that is refused stops only those that need it.
 */
export const pushContent = verb(
  {
    permission: 'documents.edit',
    input: inputSchema,
    audit: ['document.create'],
    mayNeed: ['documents.publish'],
  },
  async ({ ctx, input: { directory, publish, note }, audit, need }): Promise<PushedDocument[]> => {
    if (publish) need('documents.publish')
    const pushed: PushedDocument[] = []
    for (const document of await readContentFolder(directory))
      pushed.push(await pushDraft(ctx, audit, document))
    if (!publish) return pushed
    const saved = pushed.filter(({ outcome }) => outcome !== 'refused')
    const published = await publishTogether({ ctx, input: { documents: saved, note } })
    return pushed.map((one) => published.get(`${one.kind}/${one.slug}`) ?? one)
  },
)

async function pushDraft(
  ctx: Context,
  audit: Audit<'document.create'>,
  document: FolderDocument,
): Promise<PushedDocument> {
  const { kind, slug } = document
  try {
    return { kind, slug, outcome: await saveFromFolder(ctx, audit, document) }
  } catch (error) {
    if (!isDomainError(error)) throw error
    return { kind, slug, outcome: 'refused', error }
  }
}

async function saveFromFolder(
  ctx: Context,
  audit: Audit<'document.create'>,
  document: FolderDocument,
): Promise<PushedDocument['outcome']> {
  const { kind, slug, files } = document
  const found = await findDocument(ctx.db, kind, slug)
  if (!found) return createFromFolder(ctx, audit, document)
  if (changedNames(found.draftFiles, files).length === 0) return 'unchanged'
  await saveDraft({ ctx, input: { kind, slug, draftVersion: found.draftVersion, files } })
  return 'saved'
}

async function createFromFolder(
  ctx: Context,
  audit: Audit<'document.create'>,
  { kind, slug, files }: FolderDocument,
): Promise<'created'> {
  const strange = newSlugProblem(kind, slug)
  if (strange) throw new DomainError('invalid-input', slugMessage(strange), { at: 'slug', problem: strange })
  parseInput(filesOfDocumentSchema, { kind, slug, files })
  refuseExcess(ctx, files)
  const at = ctx.now()
  const row = { kind, slug, draftFiles: files, createdAt: at, updatedAt: at, updatedBy: changedBy(ctx) }
  await ctx.db.transaction(async (tx) => {
    const created: DocumentRow | null = await insertDocument(tx, { ...row, id: uuidv7(), status: 'draft' })
    if (created) await audit(tx, 'document.create', ofDocument(created))
  })
  return 'created'
}
