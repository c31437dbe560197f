import { findDocument } from '#db/queries/documents'
import { findRevision } from '#db/queries/revisions'
import type { Demo } from '~/domain/demo/format/schema'
import { localize } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import type { NamedDemo } from '../figures/board-views'

/** A revision of a demo that a board can draw. */
export interface DemoRevision {
  revisionId: string
  number: number
  demo: Demo
  rendered: Record<string, string>
}

/** The revision of this id with its demo; null when it is none of a demo. */
export async function revisionById(ctx: Context, id: string): Promise<DemoRevision | null> {
  const revision = await ctx.content.revision(id)
  if (revision?.kind !== 'demo') return null
  const { demo } = revision.body as { demo: Demo }
  return { revisionId: id, number: revision.number, demo, rendered: revision.rendered }
}

/** The revision by its number, else the one that is or was last live; null for a demo never published. */
export async function revisionOf(ctx: Context, slug: string, number?: number): Promise<DemoRevision | null> {
  const document = await findDocument(ctx.db, 'demo', slug)
  if (!document) return null
  const id =
    number === undefined ? document.liveRevisionId : (await findRevision(ctx.db, document.id, number))?.id
  return id ? revisionById(ctx, id) : null
}

/** Title and status of a demo that may have been retired; its slug stands for a title that is not known. */
export async function nameDemo(ctx: Context, slug: string): Promise<NamedDemo> {
  const status = await ctx.content.status('demo', slug)
  const title = (await revisionOf(ctx, slug))?.demo.title
  return { slug, status, title: title ? localize(title, ctx.locale) : slug }
}
