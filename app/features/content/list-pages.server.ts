import { localize } from '~/domain/text'
import type { VerbArgs } from '~/platform/context/context'

export interface PageLink {
  slug: string
  title: string
}

/** The published pages in the visitor's language, in the order that their authors gave them. */
export async function listPages({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<PageLink[]> {
  const pages = await ctx.content.list('page')
  return pages
    .sort((a, b) => a.body.order - b.body.order || a.slug.localeCompare(b.slug))
    .map(({ slug, body }) => ({ slug, title: localize(body.title, ctx.locale) }))
}
