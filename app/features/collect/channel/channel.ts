import type { ChannelTouch } from '#db/schema/trial'
import type { ClickIdName, Landing } from '~/domain/trial/landing'
import type { Channel } from './channels'
import { DIRECT } from './channels'
import { channelOfMedium } from './medium'
import { referrerOf } from './referrer'
import { channelOfSource } from './sources.server'

/** Networks put their id on clicks that were paid for; Facebook on every link that leaves it. */
const BY_CLICK: Record<ClickIdName, Channel> = {
  gclid: 'paid',
  gbraid: 'paid',
  wbraid: 'paid',
  msclkid: 'paid',
  ttclid: 'paid',
  li_fat_id: 'paid',
  twclid: 'paid',
  fbclid: 'social',
}

/**
 * What is kept of a touch, with its channel. The medium decides, then a click id, a share code, the source when it names
 * a host, the referring host; of a referrer only the host is kept. `ownHost` refers to nobody.
 */
export function channelTouch(touch: Landing, ownHost: string | null): ChannelTouch {
  const own = ownHost === null ? undefined : referrerOf(ownHost)
  const told = referrerOf(touch.referrer)
  const referrer = told === own ? undefined : told
  const known = { ...touch, referrer, embedHost: referrerOf(touch.embedHost) }
  const kept = Object.entries(known).filter(([, value]) => value !== undefined && value !== '')
  return { channel: channelOf(known), ...Object.fromEntries(kept) }
}

function channelOf({ source, medium, campaign, clickName, share, referrer, embedHost }: Landing): Channel {
  const byMedium = channelOfMedium(medium)
  if (byMedium) return byMedium
  if (clickName) return BY_CLICK[clickName]
  if (share) return 'referral'
  const bySource = channelOfSource(referrerOf(source)) ?? channelOfSource(referrer)
  if (bySource) return bySource
  if (source || medium || campaign) return 'campaign'
  return referrer || embedHost ? 'referral' : DIRECT
}
