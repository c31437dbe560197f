import { z } from 'zod'
import { verb } from '~/platform/verb/verb'
import { recordSearchClick } from './record-search'
import { normalizeQuery } from './search-help.server'

const inputSchema = z.object({ typed: z.string().max(1_000), slug: z.string().max(200) })

/** Keeps which post a reader opened from what a search found. */
export const followSearch = verb(
  { permission: 'anyone', input: inputSchema },
  ({ ctx, input: { typed, slug } }): Promise<void> =>
    recordSearchClick(ctx, { query: normalizeQuery(typed), slug }),
)
