import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#db/client'
import {
  forgetNetworks,
  assignTrialsToFarm,
  listCrowdedDomains,
  listCrowdedNetworks,
  upsertFarm,
} from '#db/queries/farms'
import { noticing } from '~/domain/trial/signals'
import { isDisposable } from '~/platform/addresses/email-domains'
import { verb } from '~/platform/verb/verb'

/** Visitors of one network on one day from which they count as a farm. A class or an office is smaller. */
export const CROWDED_NETWORK = 20
/** No company has its addresses at a disposable mail service. */
export const CROWDED_DOMAIN = 5

const HOUR_MS = 60 * 60 * 1000
/** The names of networks are forgotten after two days; what was found by them stays. */
export const NETWORK_KEPT_MS = 48 * HOUR_MS
const DOMAIN_SINCE_MS = 30 * 24 * HOUR_MS

/**
 * Looks for sign-up farms: many visitors of one network on one day, or with addresses of one throw-away domain. Each is one
 * finding, which its trials name. Then it deletes old network names. Running it again adds new trials.
 */
export const findFarms = verb({ permission: 'system' }, async ({ ctx }): Promise<void> => {
  const { db } = ctx
  const now = ctx.now()
  const since = new Date(now.getTime() - NETWORK_KEPT_MS)
  for (const { mark } of await listCrowdedNetworks(db, since, CROWDED_NETWORK)) {
    await gather(db, { kind: 'network', mark, since, now })
  }
  const month = new Date(now.getTime() - DOMAIN_SINCE_MS)
  const domains = await listCrowdedDomains(db, month, CROWDED_DOMAIN)
  for (const { mark } of domains.filter((one) => isDisposable(one.mark))) {
    await gather(db, { kind: 'domain', mark, since: month, now })
  }
  await forgetNetworks(db, since)
})

interface Crowded {
  kind: 'network' | 'domain'
  mark: string
  since: Date
  now: Date
}

async function gather(db: Database, { kind, mark, since, now }: Crowded): Promise<void> {
  await db.transaction(async (tx) => {
    const id = uuidv7({ msecs: now.getTime() })
    const farmId = await upsertFarm(tx, { id, kind, mark, foundAt: now, lastAt: now })
    const of = kind === 'network' ? { network: mark } : { domain: mark }
    const signal = kind === 'network' ? ('crowded-network' as const) : ('disposable-address' as const)
    await assignTrialsToFarm(tx, farmId, { of, since, judge: noticing([signal], now) })
  })
}
