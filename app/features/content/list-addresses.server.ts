import { paths } from '~/paths'
import { verb } from '~/platform/verb/verb'

/** The addresses of all reading pages that are published, without their languages. */
export const listAddresses = verb(
  { permission: 'anyone' },
  async ({ ctx: { content } }): Promise<string[]> => {
    const [demos, posts, pages] = await Promise.all([
      content.list('demo'),
      content.list('help'),
      content.list('page'),
    ])
    return [
      ...[paths.home(), paths.pricing(), paths.help()],
      ...demos.map(({ slug }) => paths.demo(slug)),
      ...posts.map(({ slug }) => paths.helpPost(slug)),
      ...pages.map(({ slug }) => paths.page(slug)),
    ]
  },
)
