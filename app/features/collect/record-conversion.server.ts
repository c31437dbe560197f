import { findConversion, insertConversion } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { findLatestTrial } from '#db/queries/trials'
import { insertVisitor } from '#db/queries/visitors'
import { DomainError } from '~/domain/errors'
import type { VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { conversionSchema } from './schemas'
import type { ConversionRequest } from './schemas'
import { visitorOf } from './visitor-of.server'

/** A conversion, and whether this call made it. */
export interface RecordedConversion {
  conversion: ConversionRow
  created: boolean
}

/**
 * Records a goal that this visitor reached, credited to the trial that they began last. The id comes from the client:
 * sending the same conversion again changes nothing.
 *
 * @throws DomainError `conflict` when the id is taken by a conversion of another goal.
 */
export async function recordConversion({
  ctx,
  input,
}: VerbArgs<ConversionRequest>): Promise<RecordedConversion> {
  const visitor = visitorOf(ctx)
  const { id, goal, contact } = parseInput(conversionSchema, input)
  const at = ctx.now()
  const recorded = await ctx.db.transaction(async (tx): Promise<RecordedConversion> => {
    const consent = visitor.persistent ? 'granted' : 'unset'
    await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent })
    const latest = await findLatestTrial(tx, visitor.id)
    const row = { visitorId: visitor.id, id, trialId: latest?.id ?? null, goal, at, contact: contact ?? null }
    const inserted = await insertConversion(tx, row)
    if (inserted) return { conversion: inserted, created: true }
    const known = await findConversion(tx, { visitorId: visitor.id, id })
    if (known?.goal === goal) return { conversion: known, created: false }
    throw new DomainError('conflict', 'This id belongs to another conversion: make a new one.', { id })
  })
  if (recorded.created) ctx.metrics.conversions.inc({ goal })
  return recorded
}
