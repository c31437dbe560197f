import { localize } from '~/domain/text'
import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'

export interface PageLink {
  slug: string
  title: string
}

/** The published pages in the visitor's language, in the order that their authors gave them. */
export const listPages = verb({ permission: 'anyone' }, async ({ ctx }): Promise<PageLink[]> => {
  const pages = await servedTo(ctx).list('page')
  return pages
    .sort((a, b) => a.body.order - b.body.order || a.slug.localeCompare(b.slug))
    .map(({ slug, body }) => ({ slug, title: localize(body.title, ctx.locale) }))
})
