import { servedTo } from '~/platform/content/served-content'
import { verb } from '~/platform/verb/verb'
import { postCard } from './post-card'
import type { PostCard } from './post-card'

/** The published help posts in the visitor's language, in the order that their authors gave them. */
export const listPosts = verb({ permission: 'anyone' }, async ({ ctx }): Promise<PostCard[]> => {
  const posts = await servedTo(ctx).list('help')
  return posts
    .sort((a, b) => a.body.order - b.body.order || a.slug.localeCompare(b.slug))
    .map((post) => postCard(post, ctx.locale))
})
