import { readUnfinished } from '~/features/me/read-unfinished.server'
import { defineLoader } from '~/platform/http/define-loader'

/** The trial to continue, for scripts of reading pages. */
export const loader = defineLoader('anyone', async ({ ctx, url }) =>
  Response.json(await readUnfinished({ ctx, input: { demo: url.searchParams.get('demo') } })),
)
