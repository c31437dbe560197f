import { z } from 'zod'
import { findDocument, listPointers } from '#db/queries/documents'
import { listRevisionSummaries } from '#db/queries/revisions'
import type { RevisionSummary } from '#db/queries/revisions'
import { SPLIT_KINDS } from '~/domain/insight/split/split-plan'
import { localize } from '~/domain/text'
import type { Text } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { splitDocumentSchema } from './schemas'

export interface SplitDocument {
  kind: (typeof SPLIT_KINDS)[number]
  slug: string
  title: string
}

export interface SplitForm {
  documents: SplitDocument[]
  /** The document that was chosen, with what is live of it and its other revisions, the newest first. */
  chosen: (SplitDocument & { control: RevisionSummary; others: RevisionSummary[] }) | null
  timeZone: string
}

const inputSchema = z.object({ document: splitDocumentSchema.optional().catch(undefined) })

/** What a new split can be made of: every published document of a kind that can be split. */
export const openSplitForm = verb(
  { permission: 'splits.manage', input: inputSchema },
  async ({ ctx, input: { document } }): Promise<SplitForm> => {
    const byKind = await Promise.all(SPLIT_KINDS.map((kind) => documentsOf(ctx, kind)))
    const documents = byKind.flat()
    const chosen = documents.find(({ kind, slug }) => kind === document?.kind && slug === document.slug)
    return {
      documents,
      chosen: chosen ? await withRevisions(ctx, chosen) : null,
      timeZone: await workspaceTimeZone(ctx),
    }
  },
)

async function documentsOf(ctx: Context, kind: SplitDocument['kind']): Promise<SplitDocument[]> {
  const published = (await listPointers(ctx.db, kind)).filter(({ status }) => status === 'published')
  return Promise.all(
    published.map(async ({ slug }) => {
      const body = (await ctx.content.published(kind, slug))?.body as Titled | undefined
      return { kind, slug, title: localize(body?.demo?.title ?? body?.title ?? {}, ctx.locale) || slug }
    }),
  )
}

/** The bodies of all these kinds name themselves in one of these ways, if at all. */
interface Titled {
  demo?: { title?: Text }
  title?: Text
}

async function withRevisions(ctx: Context, chosen: SplitDocument): Promise<SplitForm['chosen']> {
  const found = await findDocument(ctx.db, chosen.kind, chosen.slug)
  const revisions = found ? await listRevisionSummaries(ctx.db, found.id) : []
  const control = revisions.find(({ id }) => id === found?.liveRevisionId)
  return control ? { ...chosen, control, others: revisions.filter(({ id }) => id !== control.id) } : null
}
