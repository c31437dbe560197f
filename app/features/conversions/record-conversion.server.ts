import { findConversion, insertConversion } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { findLatestTrial, findTrial } from '#db/queries/trials'
import { insertVisitor } from '#db/queries/visitors'
import type { Executor } from '#db/client'
import { DomainError } from '~/domain/errors'
import { requestCheck } from '~/server/addresses/request-check'
import { typeAddress } from '~/server/addresses/type-address'
import { keepAsk } from '~/server/asks/keep-ask'
import type { Context, VerbArgs, VisitorIdentity } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { conversionSchema } from './schemas'
import type { ConversionRequest, OwnConversion } from './schemas'

/** A conversion, and whether this call made it. */
export interface RecordedConversion {
  conversion: ConversionRow
  created: boolean
}

/**
 * Records what this visitor asks for, credited to the trial that they name or began last. The id comes from the client:
 * sending the same again changes nothing. With how to answer it becomes an ask, and a message goes to the address, which is
 * a hint at who they are until it is verified.
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
  const wish = parseInput(conversionSchema, input)
  const { id, goal } = wish
  const at = ctx.now()
  const recorded = await ctx.db.transaction(async (tx): Promise<RecordedConversion> => {
    const consent = visitor.persistent ? 'granted' : 'unset'
    await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent })
    const trialId = await creditedTrial(tx, visitor.id, wish.trial)
    const inserted = await insertConversion(tx, {
      ...{ visitorId: visitor.id, id, trialId, goal, at, recordedAt: at },
    })
    if (inserted) {
      await keepContact(tx, ctx, { visitor, wish, trialId })
      return { conversion: inserted, created: true }
    }
    const known = await findConversion(tx, { visitorId: visitor.id, id })
    if (known?.goal === goal) return { conversion: known, created: false }
    throw new DomainError('conflict', 'This id belongs to another conversion: make a new one.', { id })
  })
  if (recorded.created) ctx.metrics.asks.inc({ goal })
  return recorded
}

/** The trial that is named, if it is theirs, else the one begun last. */
async function creditedTrial(tx: Executor, visitorId: string, named?: string): Promise<string | null> {
  const own = named === undefined ? null : await findTrial(tx, { visitorId, id: named })
  return (own ?? (await findLatestTrial(tx, visitorId)))?.id ?? null
}

async function keepContact(
  tx: Executor,
  ctx: Context,
  { visitor, wish, trialId }: { visitor: VisitorIdentity; wish: OwnConversion; trialId: string | null },
): Promise<void> {
  const { id, goal: kind, contact, plan = null } = wish
  if (!contact) return
  const { email } = contact
  await typeAddress(tx, { visitor, email, at: ctx.now() })
  await keepAsk(tx, ctx, { visitor, ask: { id, kind, contact, plan, trialId } })
  await requestCheck(tx, ctx, { visitor, email })
}
