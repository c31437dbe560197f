import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { servedTo } from '~/platform/content/served-content'
import type { PublishedRevision } from '~/platform/content/live-content'

/**
 * The demo that visitors get now.
 * @throws DomainError `not-found` for an unknown one; `gone` for a retired one, with `instead`: a slug or null.
 */
export async function publishedDemo(
  ctx: Pick<Context, 'content' | 'visitor'>,
  slug: string,
): Promise<PublishedRevision> {
  const revision = await servedTo(ctx).published('demo', slug)
  if (revision) return revision
  if ((await ctx.content.status('demo', slug)) !== 'retired') {
    throw new DomainError('not-found', `There is no demo “${slug}”.`, { demo: slug })
  }
  const instead = await ctx.content.instead('demo', slug)
  throw new DomainError('gone', `The demo “${slug}” is no longer offered.`, { demo: slug, instead })
}
