import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { listAsksOf } from '#db/queries/asks'
import { listContactsOf } from '#db/queries/contacts'
import { listConversionsOf } from '#db/queries/conversions'
import { forgetInAnswers, forgetInAudit } from '#db/queries/forget-mentions'
import { countVisitorData, deleteAwaitingReports, listAwaitingReports } from '#db/queries/visitor-data'
import { deleteLooseSearchWork } from '#db/queries/feedback-work'
import { deleteMailsOf } from '#db/queries/mails'
import { listTrialsOf } from '#db/queries/trials'
import { deleteVisitor, lockVisitor } from '#db/queries/visitors'
import { DomainError } from '~/domain/errors'
import { viewOf } from '~/platform/addresses/own-reports'
import type { BrowserView } from '~/platform/addresses/own-reports'
import { lockAddressesOf, keepReportsOfOthers, rematchReports } from '~/platform/addresses/rematch-reports'
import type { VisitorIdentity } from '~/platform/context/context'
import { signReceipt } from '~/platform/visitor/erasure-receipt'
import type { ErasureReceipt } from '~/platform/visitor/erasure-receipt'
import { verb } from '~/platform/verb/verb'

/**
 * Deletes everything stored about this visitor, in every table, in one transaction, and in the copy that boards read. An audit entry stays as the receipt:
 * when, and how many rows of each kind. Null when nothing was stored. The route also clears the browser's cookie. Reports
 * of other systems for an address that this visitor did not verify stay.
 *
 * @throws DomainError `not-found` for a browser without an id; `forbidden` for one that came by a link where an address was
 *   typed in another one.
 */
export const eraseVisitor = verb(
  { permission: 'visitor', audit: ['visitor.erase'] },
  async ({ ctx, audit }): Promise<ErasureReceipt | null> => {
    const { visitor } = ctx
    const { id } = visitor
    const at = ctx.now()
    const erased = await ctx.db.transaction(async (tx) => {
      const addresses = await lockAddressesOf(tx, [id])
      if (!(await lockVisitor(tx, id))) return null
      const { verified } = await refuseGuest(tx, visitor)
      await keepReportsOfOthers(tx, [id], verified)
      const counts = await countVisitorData(tx, id, verified)
      const trialIds = await eraseRows(tx, id, verified)
      for (const address of addresses) await rematchReports(tx, address)
      const unsigned = { id: uuidv7({ msecs: at.getTime() }), at: at.toISOString(), counts }
      const receipt = { ...unsigned, signature: signReceipt(unsigned, ctx.env.secret) }
      const data = { ...counts, signature: receipt.signature }
      await audit(tx, 'visitor.erase', { subject: receipt.id, actor: { kind: 'public' }, at, data })
      return { receipt, trialIds }
    })
    if (erased) await ctx.columns.catchUp()
    for (const trialId of erased?.trialIds ?? []) ctx.trials.forget(trialId)
    return erased?.receipt ?? null
  },
)

/**
 * A browser that joined by a link may belong to somebody else. It deletes what was typed in another browser only after it
 * verified one of those addresses.
 */
async function refuseGuest(tx: Executor, visitor: VisitorIdentity): Promise<BrowserView> {
  const contacts = await listContactsOf(tx, visitor.id)
  const view = viewOf(visitor, contacts)
  if (view.isWhole || contacts.every(view.isOwn)) return view
  const message = 'An address was typed in another browser: erase there, or verify it here.'
  throw new DomainError('forbidden', message, { reason: 'guest-browser' })
}

/** Mentions in other tables first, then the visitor, whose own rows follow by cascade. */
async function eraseRows(tx: Executor, visitorId: string, verified: readonly string[]): Promise<string[]> {
  const trialIds = (await listTrialsOf(tx, visitorId)).map((trial) => trial.id)
  const askIds = (await listAsksOf(tx, visitorId)).map(({ id }) => id)
  const conversions = [
    ...(await listConversionsOf(tx, visitorId)),
    ...(await listAwaitingReports(tx, visitorId, verified)),
  ]
  const conversionIds = conversions.map((conversion) => conversion.id)
  await forgetInAudit(tx, { trialIds, conversionIds, askIds })
  await forgetInAnswers(tx, conversionIds)
  await deleteAwaitingReports(tx, visitorId, verified)
  await deleteMailsOf(tx, visitorId)
  await deleteVisitor(tx, visitorId)
  await deleteLooseSearchWork(tx)
  return trialIds
}
