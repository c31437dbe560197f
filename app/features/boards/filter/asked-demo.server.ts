import { isSlug } from '~/domain/content/kinds'
import { DomainError } from '~/domain/errors'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import type { Context } from '~/platform/context/context'
import { ignoredParametersOf } from '~/platform/http/read-query'
import { revisionOf, type DemoRevision } from './demo-of.server'

/** The demo that a board is about, with the filter of the board. */
export interface AskedDemo<Query> {
  slug: string
  revision: DemoRevision
  query: Query
  leftOut: IgnoredParameter[]
}

/**
 * The revision that is asked for, else the live one. A revision that the demo never had is left out like any other wrong
 * part of an address.
 * @throws DomainError `not-found` for a demo that never was published
 */
export async function askedDemo<Query extends { revision?: number | undefined }>(
  ctx: Context,
  { query: { slug, ...query }, leftOut }: { query: Query & { slug: string }; leftOut: IgnoredParameter[] },
): Promise<AskedDemo<Omit<Query & { slug: string }, 'slug'>>> {
  const asked = isSlug(slug) ? await revisionOf(ctx, slug, query.revision) : null
  if (asked) return { slug, revision: asked, query, leftOut }
  const live = isSlug(slug) && query.revision !== undefined ? await revisionOf(ctx, slug) : null
  if (!live) throw new DomainError('not-found', `No revision of a demo ${slug} was published.`, { slug })
  const missing = ignoredParametersOf('revision', query.revision)
  return { slug, revision: live, query: { ...query, revision: undefined }, leftOut: [...leftOut, missing] }
}
