import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Executor } from '#db/client'
import { findDocument, insertDocument } from '#db/queries/documents'
import { newSlugProblem } from '~/domain/content/new-slug'
import { DomainError, isDomainError } from '~/domain/errors'
import type { Audit } from '~/platform/audit/record-audit'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { lockLive } from '../checks/live-links.server'
import { prepareRevision, refusedByCheck } from '../revisions/prepare-revision.server'
import type { PreparedRevision } from '../revisions/prepare-revision.server'
import { readContentFolder } from './read-content-folder.server'
import type { FolderDocument } from './read-content-folder.server'
import { changedBy } from '../documents/changed-by'
import { ofDocument } from '../audit/of-document'
import { candidateOf, settleLive } from '../checks/refuse-dangling.server'
import { slugMessage } from '../documents/slug-message'
import { storeRevision } from '../revisions/store-revision.server'

const inputSchema = z.object({
  /** A folder laid out as `content/`. */
  directory: z.string(),
  /** Called after each document. */
  onProgress: z.custom<(progress: ImportProgress) => void>().optional(),
})

export interface ImportProgress {
  done: number
  total: number
  kind: string
  slug: string
  outcome: ImportOutcome
}

/** `refused` is one that cannot even be a draft, because of its address. */
type ImportOutcome = 'published' | 'draft' | 'present' | 'refused'

export interface ContentImport {
  published: number
  /** Documents that already exist: they are left unchanged. */
  present: number
  /** Documents that could not be published, with the reason: drafts now, where they can be. */
  refused: { kind: string; slug: string; error: DomainError }[]
}

/**
 * Imports a content folder as published revisions, through the same steps as publishing. Existing documents stay
 * unchanged, so it may run at every start. The documents go live together, since they refer to one another. A
 * refused one stays a draft and stops only those that need it.
 */
export const importContent = verb(
  { permission: 'documents.publish', input: inputSchema, audit: ['document.import'] },
  async ({ ctx, input: { directory, onProgress }, audit }): Promise<ContentImport> => {
    const documents = await readContentFolder(directory)
    const arriving: Arriving[] = []
    for (const document of documents) {
      if (!(await findDocument(ctx.db, document.kind, document.slug)))
        arriving.push(await prepare(ctx, document))
    }
    const outcomes =
      arriving.length > 0 ? await insertTogether(ctx, audit, arriving) : new Map<string, Arrived>()
    const result: ContentImport = { published: 0, present: 0, refused: [] }
    for (const [index, { kind, slug }] of documents.entries()) {
      const { outcome, error } = outcomes.get(`${kind}/${slug}`) ?? { outcome: 'present' as const }
      if (outcome === 'published') result.published += 1
      if (outcome === 'present') result.present += 1
      if (error) result.refused.push({ kind, slug, error })
      onProgress?.({ done: index + 1, total: documents.length, kind, slug, outcome })
    }
    ctx.content.refresh()
    return result
  },
)

/** A document that does not exist yet: ready to go live, or the reason why not. */
type Arriving = { document: FolderDocument } & ({ prepared: PreparedRevision } | { error: DomainError })

interface Arrived {
  outcome: ImportOutcome
  error?: DomainError
}

async function prepare(ctx: Context, document: FolderDocument): Promise<Arriving> {
  const { kind, slug, files } = document
  const strange = newSlugProblem(kind, slug)
  if (strange) return { document, error: new DomainError('invalid-input', slugMessage(strange)) }
  try {
    return { document, prepared: await prepareRevision(ctx, kind, slug, files) }
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'proof-failed') throw error
    return { document, error }
  }
}

/**
 * One transaction for all: two instances that start together import each document once, and no reference is broken
 * meanwhile.
 */
async function insertTogether(
  ctx: Context,
  audit: Audit<'document.import'>,
  arriving: readonly Arriving[],
): Promise<Map<string, Arrived>> {
  return ctx.db.transaction(async (tx) => {
    await lockLive(tx)
    const candidates = arriving.flatMap((one) =>
      'prepared' in one ? [{ ...candidateOf(one.document, one.prepared), of: one }] : [],
    )
    const { refused } = await settleLive(tx, ctx, candidates)
    const arrived = new Map<string, Arrived>()
    for (const one of arriving) {
      const dangling = refused.find(({ candidate }) => candidate.of === one)
      const error = dangling ? refusedByCheck(dangling.problems) : 'error' in one ? one.error : undefined
      const prepared = 'prepared' in one && !dangling ? one.prepared : null
      const isStrange = error?.code === 'invalid-input'
      const outcome = isStrange
        ? 'refused'
        : await insertImported(tx, ctx, audit, { ...one.document, prepared })
      const { kind, slug } = one.document
      arrived.set(`${kind}/${slug}`, { outcome, ...(error && outcome !== 'present' && { error }) })
    }
    return arrived
  })
}

async function insertImported(
  tx: Executor,
  ctx: Context,
  audit: Audit<'document.import'>,
  { kind, slug, files, prepared }: FolderDocument & { prepared: PreparedRevision | null },
): Promise<ImportOutcome> {
  const at = ctx.now()
  const row = { kind, slug, draftFiles: files, createdAt: at, updatedAt: at, updatedBy: changedBy(ctx) }
  const created = await insertDocument(tx, { ...row, id: uuidv7(), status: 'draft' })
  if (!created) return 'present'
  const stored = prepared && (await storeRevision(tx, ctx, created, { ...prepared, note: '' }))
  const said = stored ? { revision: stored.number } : { refused: true as const }
  await audit(tx, 'document.import', ofDocument(created, said))
  return stored ? 'published' : 'draft'
}
