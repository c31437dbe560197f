import { lockCheckByLink, updateCheck } from '#db/queries/address-checks'
import { lockNames } from '#db/queries/locks'
import { insertVisitor } from '#db/queries/visitors'
import { addressName } from '~/platform/addresses/address-name'
import { verifyAddress } from '~/platform/addresses/verify-address'
import { verb } from '~/platform/verb/verb'
import { confirmLinkSchema, openCheck } from './open-check.server'

/**
 * Verifies the address of a link for the browser that opened it, which may differ from the one in which it was typed. Works
 * once.
 *
 * @throws DomainError `not-found` as `readConfirmLink`
 */
export const confirmAddress = verb(
  { permission: 'visitor', input: confirmLinkSchema },
  async ({ ctx, input: { link } }): Promise<void> => {
    const { visitor } = ctx
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      // Locked before the check, in the same order as erasing does.
      await lockNames(tx, [addressName((await openCheck(tx, link, at)).emailHash)])
      const check = await openCheck(tx, link, at, lockCheckByLink)
      await updateCheck(tx, check, { linkUsedAt: at })
      const consent = visitor.persistent ? 'granted' : 'unset'
      await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent })
      await verifyAddress(tx, { visitor, address: check, at })
    })
  },
)
