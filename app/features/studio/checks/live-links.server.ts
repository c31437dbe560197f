import type { Executor } from '#db/client'
import { listLivePointers } from '#db/queries/documents'
import type { DocumentPointer } from '#db/queries/documents'
import { lockNames } from '#db/queries/locks'
import { listMediumNames } from '#db/queries/media'
import { findRevisionById } from '#db/queries/revisions'
import type { DocumentKind } from '~/domain/content/kinds'
import type { ReferenceContext } from '~/domain/content/references/check-references'
import type { DocumentLinks } from '~/domain/content/references/reference'
import type { Context } from '~/platform/context/context'

/** What every live document refers to and offers, and what replaces those that were retired. */
export interface LiveLinks {
  live: DocumentLinks[]
  retired: NonNullable<ReferenceContext['retired']>
  /** Names of all media. */
  media: string[]
}

/**
 * Locks what is live until the transaction ends, so that checks still hold when it commits. Call it before locking
 * any document.
 */
export async function lockLive(tx: Executor): Promise<void> {
  await lockNames(tx, ['what is live'])
}

/** As the transaction sees them when one is given. */
export async function readLiveLinks(db: Executor, ctx: Pick<Context, 'inspector'>): Promise<LiveLinks> {
  const pointers = await listLivePointers(db)
  const live: DocumentLinks[] = []
  for (const { kind, slug, status, liveRevisionId: id } of pointers) {
    if (status !== 'published' || !id) continue
    live.push(await ctx.inspector.links({ id, kind, slug }, () => findRevisionById(db, id)))
  }
  return { live, retired: retiredOf(pointers), media: await listMediumNames(db) }
}

/** Kinds whose documents are referred to; for other kinds it is the things inside. */
const NAMED: readonly DocumentKind[] = ['demo', 'help', 'page']

function retiredOf(pointers: readonly DocumentPointer[]): LiveLinks['retired'] {
  const retired = pointers.filter(({ kind, status }) => status === 'retired' && NAMED.includes(kind))
  return Object.fromEntries(
    NAMED.map((kind) => [
      kind,
      Object.fromEntries(
        retired.filter((one) => one.kind === kind).map(({ slug, insteadSlug }) => [slug, insteadSlug]),
      ),
    ]),
  )
}
