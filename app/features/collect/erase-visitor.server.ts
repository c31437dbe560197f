import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { insertAuditEntry } from '#db/queries/audit'
import { listConversionsOf } from '#db/queries/conversions'
import { forgetInAnswers, forgetInAudit } from '#db/queries/forget-mentions'
import { countHeld, deleteAwaiting, listAwaiting } from '#db/queries/held-tables'
import { listTrialsOf } from '#db/queries/trials'
import { deleteVisitor, lockVisitor } from '#db/queries/visitors'
import type { VerbArgs } from '~/server/context'
import { signReceipt } from '~/server/erasure-receipt'
import type { ErasureReceipt } from '~/server/erasure-receipt'
import { visitorOf } from './visitor-of.server'

/**
 * Deletes everything held about this visitor, in every table, in one transaction. What stays is an audit entry that is
 * the receipt: when, and how many rows of each kind. Null when nothing was held. The route also makes the browser forget
 * its cookie.
 *
 * @throws DomainError `not-found` for a browser without an id.
 */
export async function eraseVisitor({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<ErasureReceipt | null> {
  const { id } = visitorOf(ctx)
  const at = ctx.now()
  const erased = await ctx.db.transaction(async (tx) => {
    if (!(await lockVisitor(tx, id))) return null
    const counts = await countHeld(tx, id)
    const trialIds = await eraseRows(tx, id)
    const unsigned = { id: uuidv7({ msecs: at.getTime() }), at: at.toISOString(), counts }
    const receipt = { ...unsigned, signature: signReceipt(unsigned, ctx.env.secret) }
    const { signature } = receipt
    await insertAuditEntry(tx, {
      ...{ at, actorName: 'visitor', action: 'visitor.erase' },
      ...{ subjectKind: 'visitor', subjectId: receipt.id, data: { ...counts, signature } },
    })
    return { receipt, trialIds }
  })
  for (const trialId of erased?.trialIds ?? []) ctx.trials.forget(trialId)
  return erased?.receipt ?? null
}

/** Everything that goes by itself when the visitor does, and first what speaks of them elsewhere. */
async function eraseRows(tx: Executor, visitorId: string): Promise<string[]> {
  const trialIds = (await listTrialsOf(tx, visitorId)).map((trial) => trial.id)
  const conversions = [...(await listConversionsOf(tx, visitorId)), ...(await listAwaiting(tx, visitorId))]
  const conversionIds = conversions.map((conversion) => conversion.id)
  await forgetInAudit(tx, { trialIds, conversionIds })
  await forgetInAnswers(tx, { trialIds, conversionIds })
  await deleteAwaiting(tx, visitorId)
  await deleteVisitor(tx, visitorId)
  return trialIds
}
