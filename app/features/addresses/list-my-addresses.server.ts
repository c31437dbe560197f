import { listOpenChecks } from '#db/queries/address-checks'
import { listAsksOf } from '#db/queries/asks'
import { listContactsOf } from '#db/queries/contacts'
import { browserOf } from '~/platform/context/context'
import { emailHash } from '~/platform/addresses/email-hash'
import { verb } from '~/platform/verb/verb'
import { MOST_CODES } from './enter-code.server'

/** An address of this browser, as its person may see it. */
export interface MyAddress {
  /** Null for one that was not typed here but opened by its link. */
  email: string | null
  verified: boolean
  /** A message is under way whose code may be entered. */
  awaitsCode: boolean
}

/** The addresses typed or verified in this browser. Those of the visitor's other browsers are left out. */
export const listMyAddresses = verb({ permission: 'anyone' }, async ({ ctx }): Promise<MyAddress[]> => {
  const { visitor, db } = ctx
  if (!visitor) return []
  const browserId = browserOf(visitor)
  const contacts = (await listContactsOf(db, visitor.id)).filter((one) => one.browserId === browserId)
  const asks = (await listAsksOf(db, visitor.id)).filter((one) => one.browserId === browserId)
  const checks = await listOpenChecks(db, { visitorId: visitor.id, browserId }, ctx.now())
  return contacts.map(({ emailHash: hash, verifiedAt }) => ({
    email: asks.find(({ email }) => emailHash(email) === hash)?.email ?? null,
    verified: verifiedAt !== null,
    awaitsCode:
      verifiedAt === null && checks.some((one) => one.emailHash === hash && one.codesTried < MOST_CODES),
  }))
})
