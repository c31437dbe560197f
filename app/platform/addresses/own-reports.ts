import { listContactsOf } from '#db/queries/contacts'
import type { ContactRow } from '#db/queries/contacts'
import { listConversionsOf } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { browserOf } from '../context/context'
import type { Context, VisitorIdentity } from '../context/context'

/** Which personal data one browser of a visitor may see. */
export interface BrowserView {
  /** The first browser, or one that verified an address which was typed in the first: it is whoever the visitor is. */
  isWhole: boolean
  isOwn(row: { browserId: string }): boolean
  /** Addresses, hashed, that this browser verified. */
  verified: string[]
}

/**
 * A browser that became the visitor through a link sees what was typed in it, and what belongs to an address it
 * verified.
 */
export function viewOf(visitor: VisitorIdentity, contacts: readonly ContactRow[]): BrowserView {
  const own = browserOf(visitor)
  const isOwn = ({ browserId }: { browserId: string }): boolean => browserId === own
  const verified = contacts.filter((one) => isOwn(one) && one.verifiedAt).map(({ emailHash }) => emailHash)
  const first = contacts.filter(({ browserId }) => browserId === visitor.id).map(({ emailHash }) => emailHash)
  return { isOwn, verified, isWhole: own === visitor.id || verified.some((hash) => first.includes(hash)) }
}

/**
 * What this browser asked for, and what other systems reported for its visitor. What was found by an address is shown
 * only in the browser that verified it.
 */
export async function ownConversions(
  { db }: Pick<Context, 'db'>,
  visitor: VisitorIdentity,
): Promise<ConversionRow[]> {
  const conversions = await listConversionsOf(db, visitor.id)
  const { isWhole, verified } = viewOf(visitor, await listContactsOf(db, visitor.id))
  return conversions.filter(({ source, matchedBy, emailHash }) => {
    if (source === 'browser') return true
    return matchedBy === 'email' ? verified.includes(emailHash ?? '') : isWhole
  })
}
