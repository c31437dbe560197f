import type { z } from 'zod'
import { countConversions, listConversions as readConversions } from '#db/queries/conversion-list'
import type { ListedConversion } from '#db/queries/conversion-list'
import { permit } from '~/server/context'
import type { VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { listSchema } from './schemas'
import type { ConversionFilter } from './schemas'

export interface ConversionPage {
  filter: ConversionFilter
  conversions: ListedConversion[]
  counts: Record<ConversionFilter, number>
  /** Where the next page begins; null on the last one. */
  next: { at: Date; id: string } | null
}

/**
 * Conversions, the newest first, a page at a time.
 * @throws DomainError `unauthenticated` or `forbidden` without the permission `conversions.read`.
 */
export async function listConversions({
  ctx,
  input,
}: VerbArgs<z.input<typeof listSchema>>): Promise<ConversionPage> {
  permit(ctx, 'conversions.read')
  const { filter, before, limit } = parseInput(listSchema, input)
  const rows = await readConversions(ctx.db, { filter, before, limit: limit + 1 })
  const conversions = rows.slice(0, limit)
  const last = conversions.at(-1)
  return {
    ...{ filter, conversions, counts: await countConversions(ctx.db) },
    next: rows.length > limit && last ? { at: last.at, id: last.id } : null,
  }
}
