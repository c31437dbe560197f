import { createHash } from 'node:crypto'
import type { RunningSplit } from '#db/queries/splits'
import type { DocumentKind } from '~/domain/content/kinds'
import { sideOf } from '~/domain/insight/split/side-of'
import type { SplitSideName } from '~/domain/insight/split/split-plan'
import type { Context } from '../context/context'
import type { PublishedRevision } from './live-content'

/** What one visitor is shown: live content, but of split documents the side that is theirs. */
export interface ServedContent {
  published<Kind extends DocumentKind>(kind: Kind, slug: string): Promise<PublishedRevision<Kind> | null>
  list<Kind extends DocumentKind>(kind: Kind): Promise<PublishedRevision<Kind>[]>
}

/**
 * The content that the visitor of this request is shown. A browser without an id is shown what is live: it has no side.
 */
export function servedTo({
  content,
  visitor,
  shared,
}: Pick<Context, 'content' | 'visitor' | 'shared'>): ServedContent {
  const sideIn = (split: RunningSplit): SplitSideName => {
    if (shared) return shared.sides.get(split.id) ?? 'control'
    return visitor ? splitSide(split, visitor.id) : 'control'
  }

  const sideOfVisitor = async <Kind extends DocumentKind>(
    kind: Kind,
    live: PublishedRevision<Kind>,
  ): Promise<PublishedRevision<Kind> | null> => {
    const split = await content.split(kind, live.slug)
    if (!split || sideIn(split) === 'control') return live
    const { variantRevisionId } = split
    // Its body was parsed by its kind's schema before it was stored.
    return variantRevisionId === null
      ? null
      : ((await content.revision(variantRevisionId)) as PublishedRevision<Kind> | null)
  }
  return {
    published: async (kind, slug) => {
      const live = await content.published(kind, slug)
      return live && sideOfVisitor(kind, live)
    },
    list: async (kind) => {
      const live = await content.list(kind)
      const served = await Promise.all(live.map((one) => sideOfVisitor(kind, one)))
      return served.filter((one) => one !== null)
    },
  }
}

/** A number of 48 bits and one more than the largest of them. */
const BYTES = 6
const WHOLE = 2 ** (8 * BYTES)

/** The side of a visitor: always the same for one split, and independent of every other split. */
export function splitSide(
  { salt, variantShare }: Pick<RunningSplit, 'salt' | 'variantShare'>,
  visitorId: string,
): SplitSideName {
  const hash = createHash('sha256').update(`${salt}:${visitorId}`).digest()
  return sideOf(hash.readUIntBE(0, BYTES) / WHOLE, variantShare)
}
