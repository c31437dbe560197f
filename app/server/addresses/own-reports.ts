import { listContactsOf } from '#db/queries/contacts'
import type { ContactRow } from '#db/queries/contacts'
import { listConversionsOf } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { browserOf } from '../context'
import type { Context, VisitorIdentity } from '../context'

/** What one browser of a visitor may see of who they are. */
export interface BrowserView {
  /** The first browser, or one that verified an address: it sees what other systems told. */
  isWhole: boolean
  isOwn(row: { browserId: string }): boolean
  /** Addresses, hashed, that this browser verified. */
  verified: string[]
}

/** A browser that became the visitor by a link sees what was typed in it, and what belongs to an address that it verified. */
export function viewOf(visitor: VisitorIdentity, contacts: readonly ContactRow[]): BrowserView {
  const own = browserOf(visitor)
  const isOwn = ({ browserId }: { browserId: string }): boolean => browserId === own
  const verified = contacts.filter((one) => isOwn(one) && one.verifiedAt).map(({ emailHash }) => emailHash)
  return { isOwn, verified, isWhole: own === visitor.id || verified.length > 0 }
}

/** What this browser asked for, and what other systems told of its visitor for good. */
export async function ownConversions(
  { db }: Pick<Context, 'db'>,
  visitor: VisitorIdentity,
): Promise<ConversionRow[]> {
  const conversions = await listConversionsOf(db, visitor.id)
  const { isWhole } = viewOf(visitor, await listContactsOf(db, visitor.id))
  return isWhole ? conversions : conversions.filter(({ source }) => source === 'browser')
}
