import type { Executor } from '#db/client'
import { listLivePointers } from '#db/queries/documents'
import type { DocumentPointer } from '#db/queries/documents'
import { lockNames } from '#db/queries/locks'
import { findRevisionById } from '#db/queries/revisions'
import type { DocumentKind } from '~/domain/content/kinds'
import type { ReferenceContext } from '~/domain/content/references/check-references'
import type { DocumentLinks } from '~/domain/content/references/reference'
import type { Context } from '~/platform/context/context'

/** What every live document refers to and offers, and what became of those that were live. */
export interface LiveLinks {
  live: DocumentLinks[]
  retired: NonNullable<ReferenceContext['retired']>
}

/**
 * Makes the transaction the only one that changes what is live, until it ends: what was checked then still holds when it
 * commits. Comes before any document is held.
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
  return { live, retired: retiredOf(pointers) }
}

/** Kinds whose documents are named one by one; in other kinds the things inside are. */
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
