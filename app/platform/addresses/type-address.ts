import type { Executor } from '#db/client'
import { insertContact } from '#db/queries/contacts'
import { lockNames } from '#db/queries/locks'
import { browserOf } from '../context/context'
import type { VisitorIdentity } from '../context/context'
import { domainOf } from './email-domains'
import { emailHash } from './email-hash'
import { addressName } from './address-name'
import { addAddressSignals } from './address-signals'
import { rematchReports } from './rematch-reports'

/**
 * Records the hash of an address typed in a browser. It is only a hint: it matches reports while nobody else typed it,
 * joins no account and shows nothing.
 */
export async function typeAddress(
  tx: Executor,
  { visitor, email, at }: { visitor: VisitorIdentity; email: string; at: Date },
): Promise<void> {
  const hash = emailHash(email)
  await lockNames(tx, [addressName(hash)])
  await insertContact(tx, {
    ...{ visitorId: visitor.id, browserId: browserOf(visitor), emailHash: hash },
    ...{ domain: domainOf(email), at },
  })
  await rematchReports(tx, hash)
  await addAddressSignals(tx, visitor.id, at)
}
