import {
  countConversions,
  listClaims,
  listConversionRows as readConversions,
} from '#db/queries/conversion-list'
import type { Claim, ListedConversion } from '#db/queries/conversion-list'
import { verb } from '~/platform/verb/verb'
import { conversionListSchema } from '../schemas'
import type { ConversionFilter } from '../schemas'

/** A conversion with who claims it; of one that is not ambiguous nobody is listed. */
type ClaimedConversion = ListedConversion & { claims: Claim[] }

export interface ConversionPage {
  filter: ConversionFilter
  conversions: ClaimedConversion[]
  counts: Record<ConversionFilter, number>
  /** Where the next page begins; null on the last one. */
  next: { at: Date; id: string } | null
}

/**
 * Conversions, the newest first, a page at a time.
 */
export const listConversions = verb(
  { permission: 'conversions.read', input: conversionListSchema },
  async ({ ctx, input: { filter, before, limit } }): Promise<ConversionPage> => {
    const rows = await readConversions(ctx.reports, { filter, before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const claims = await listClaims(
      ctx.reports,
      shown.filter(({ ambiguous }) => ambiguous),
    )
    const conversions = shown.map((one) => ({ ...one, claims: claims.get(one.id) ?? [] }))
    const last = conversions.at(-1)
    return {
      ...{ filter, conversions, counts: await countConversions(ctx.reports) },
      next: rows.length > limit && last ? { at: last.at, id: last.id } : null,
    }
  },
)
