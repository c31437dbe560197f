import type { ChannelTouch } from '#db/schema/trial'
import type { ClickIdName, Landing } from '~/domain/trial/landing'
import type { Channel } from '~/domain/trial/channels'
import { DIRECT } from '~/domain/insight/attribution/models'
import { channelOfMedium } from './medium'
import { referrerOf } from './referrer'
import { channelOfSource } from './sources.server'

/** Ad networks add their id to paid clicks; Facebook adds it to every outgoing link. */
const BY_CLICK: Record<ClickIdName, Channel> = {
  gclid: 'paid',
  gbraid: 'paid',
  wbraid: 'paid',
  dclid: 'paid',
  msclkid: 'paid',
  bd_vid: 'paid',
  ttclid: 'paid',
  li_fat_id: 'paid',
  twclid: 'paid',
  rdt_cid: 'paid',
  gad_source: 'paid',
  fbclid: 'social',
}

/** Placeholders that tools write for missing values. */
const NOTHING_SAID = /^(\(.*\)|none|null|undefined|direct|not[ _-]set)?$/i

/**
 * The stored part of a touch, with its channel. The medium decides, then a click id, a share code, a source that is a
 * host, and the referring host; of a referrer only the host is kept. `ownHost` never counts as a referrer.
 */
export function channelTouch(touch: Landing, ownHost: string | null): ChannelTouch {
  const stated = referrerOf(touch.referrer)
  const referrer = stated && isOwn(stated, ownHost) ? undefined : stated
  const known = { ...touch, referrer, embedHost: referrerOf(touch.embedHost) }
  const kept = Object.entries(known).filter(([, value]) => value !== undefined && value !== '')
  return { channel: channelOf(known), ...Object.fromEntries(kept) }
}

/** Without an origin this center is reached only under local names. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]']

function isOwn(host: string, ownHost: string | null): boolean {
  const own = ownHost === null ? THIS_MACHINE : [withoutWww(referrerOf(ownHost) ?? '')]
  return own.includes(withoutWww(host))
}

const withoutWww = (host: string): string => host.replace(/^www\./, '')

function channelOf({ source, medium, campaign, clickName, share, referrer, embedHost }: Landing): Channel {
  const byMedium = channelOfMedium(medium)
  if (byMedium) return byMedium
  if (clickName) return BY_CLICK[clickName]
  if (share) return 'referral'
  const bySource = channelOfSource(referrerOf(source)) ?? channelOfSource(referrer)
  if (bySource) return bySource
  if ([source, medium, campaign].some(saysSomething)) return 'campaign'
  return referrer || embedHost ? 'referral' : DIRECT
}

const saysSomething = (text: string | undefined): boolean => !NOTHING_SAID.test(text?.trim() ?? '')
