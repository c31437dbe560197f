import { localize } from '~/domain/text'
import type { VerbArgs } from '~/platform/context/context'

export interface PostCard {
  slug: string
  title: string
  summary: string
  topic: string | null
}

/** The published help posts in the visitor's language, in the order that their authors gave them. */
export async function listPosts({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<PostCard[]> {
  const posts = await ctx.content.list('help')
  return posts
    .sort((a, b) => a.body.order - b.body.order || a.slug.localeCompare(b.slug))
    .map(({ slug, body }) => ({
      slug,
      title: localize(body.title, ctx.locale),
      summary: localize(body.summary, ctx.locale),
      topic: body.topic,
    }))
}
