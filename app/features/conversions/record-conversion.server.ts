import { findConversion, insertConversion } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { findLatestTrial } from '#db/queries/trials'
import { insertVisitor } from '#db/queries/visitors'
import { DomainError } from '~/domain/errors'
import type { VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { contactGiven } from '~/server/contact-given'
import { keepContact } from './adopt-unmatched.server'
import { conversionSchema } from './schemas'
import type { ConversionRequest } from './schemas'

/** A conversion, and whether this call made it. */
export interface RecordedConversion {
  conversion: ConversionRow
  created: boolean
}

/**
 * Records a goal that this visitor reached, credited to the trial that they began last. The id comes from the client:
 * sending the same conversion again changes nothing. The address they gave, hashed, finds what is told of them later.
 *
 * @throws DomainError `not-found` for a browser without an id; `conflict` when the id is taken by a conversion of
 *   another goal.
 */
export async function recordConversion({
  ctx,
  input,
}: VerbArgs<ConversionRequest>): Promise<RecordedConversion> {
  const { visitor } = ctx
  if (!visitor) throw new DomainError('not-found', 'This browser has no trials.')
  const { id, goal, contact } = parseInput(conversionSchema, input)
  const at = ctx.now()
  const recorded = await ctx.db.transaction(async (tx): Promise<RecordedConversion> => {
    const consent = visitor.persistent ? 'granted' : 'unset'
    await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent })
    const latest = await findLatestTrial(tx, visitor.id)
    const row = { visitorId: visitor.id, id, trialId: latest?.id ?? null, goal, at, recordedAt: at }
    const inserted = await insertConversion(tx, { ...row, contact: contact ?? null })
    if (inserted) {
      if (contact) {
        const given = { visitorId: visitor.id, email: contact.email, at }
        await keepContact(tx, given)
        await contactGiven(tx, given)
      }
      return { conversion: inserted, created: true }
    }
    const known = await findConversion(tx, { visitorId: visitor.id, id })
    if (known?.goal === goal) return { conversion: known, created: false }
    throw new DomainError('conflict', 'This id belongs to another conversion: make a new one.', { id })
  })
  if (recorded.created) ctx.metrics.conversions.inc({ goal })
  return recorded
}
