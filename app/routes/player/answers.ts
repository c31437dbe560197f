import { searchHelp } from '~/features/help/search/search-help.server'
import type { StuckAnswer } from '~/features/player/stuck/components/stuck-note'
import { defineLoader } from '~/platform/http/define-loader'

const MOST_ANSWERS = 2

/**
 * Help posts that may answer where a prospect is stuck: for the first of the texts that finds any. The prospect typed nothing,
 * so nothing is recorded as searched.
 */
export const loader = defineLoader('anyone', async ({ ctx, url }): Promise<{ answers: StuckAnswer[] }> => {
  for (const typed of url.searchParams.getAll('about').slice(0, 4)) {
    const { posts } = await searchHelp({ ctx, input: { typed, counts: false } })
    if (posts.length > 0)
      return { answers: posts.slice(0, MOST_ANSWERS).map(({ slug, title }) => ({ slug, title })) }
  }
  return { answers: [] }
})
