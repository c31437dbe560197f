import { localize } from '~/domain/text'
import { verb } from '~/platform/verb/verb'

export interface PostCard {
  slug: string
  title: string
  summary: string
  topic: string | null
}

/** The published help posts in the visitor's language, in the order that their authors gave them. */
export const listPosts = verb({ permission: 'anyone' }, async ({ ctx }): Promise<PostCard[]> => {
  const posts = await ctx.content.list('help')
  return posts
    .sort((a, b) => a.body.order - b.body.order || a.slug.localeCompare(b.slug))
    .map(({ slug, body }) => ({
      slug,
      title: localize(body.title, ctx.locale),
      summary: localize(body.summary, ctx.locale),
      topic: body.topic,
    }))
})
