import type { Executor } from '#db/client'
import { findByContact, insertContact } from '#db/queries/contacts'
import { holdNames } from '#db/queries/locks'
import { lockUnmatchedByEmail } from '#db/queries/unmatched-conversions'
import { emailHash } from '~/server/email-hash'
import { giveToVisitor } from './correct-conversion.server'
import { emailName } from './tell-conversion.server'

/** Keeps the address that a visitor gave, hashed, and gives them the conversions that waited for it. */
export async function keepContact(
  tx: Executor,
  contact: { visitorId: string; email: string; at: Date },
): Promise<void> {
  const hash = emailHash(contact.email)
  await holdNames(tx, [emailName(hash)])
  await insertContact(tx, { visitorId: contact.visitorId, emailHash: hash, at: contact.at })
  for (const unmatched of await lockUnmatchedByEmail(tx, hash)) {
    const found = await findByContact(tx, hash, unmatched.at)
    if (found) await giveToVisitor(tx, unmatched, { ...found, matchedBy: 'email' })
  }
}
