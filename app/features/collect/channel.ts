import type { ChannelTouch } from '#db/schema/trial'
import type { ClickIdName, Landing } from '~/domain/trial/landing'

/** The channel of visits whose origin we may not keep, or were not told. */
export const NO_TOUCH_CHANNEL = 'direct'

const BY_MEDIUM: [RegExp, string][] = [
  [/^(cpc|ppc|cpm|cpv|paid.*|display|banner|retargeting)$/, 'paid'],
  [/^e-?mail|newsletter$/, 'email'],
  [/^(social|social-.*|social_.*|sm)$/, 'social'],
  [/^(organic|search)$/, 'search'],
  [/^(referral|affiliate|partner)$/, 'referral'],
]

/** Networks put their id on clicks that were paid for; Facebook on every link that leaves it. */
const BY_CLICK: Record<ClickIdName, string> = {
  gclid: 'paid',
  gbraid: 'paid',
  wbraid: 'paid',
  msclkid: 'paid',
  ttclid: 'paid',
  li_fat_id: 'paid',
  twclid: 'paid',
  fbclid: 'social',
}

const SEARCH = /(^|\.)(google|bing|duckduckgo|baidu|yandex|ecosia|yahoo|sogou|so|qwant|startpage)\.[a-z.]+$/
const SOCIAL =
  /(^|\.)(linkedin|lnkd|facebook|instagram|twitter|x|t|reddit|youtube|weibo|zhihu|xing|mastodon|tiktok)\.[a-z.]+$/

/**
 * What is kept of a touch, with its channel: `paid`, `email`, `social`, `search`, `referral`, `campaign` or `direct`.
 * The medium decides, then a click id, a share code, the referring host; of a referrer only the host is kept. `ownHost`
 * refers to nobody.
 */
export function channelTouch(touch: Landing, ownHost: string | null): ChannelTouch {
  const referrer = hostOf(touch.referrer)
  const embedHost = hostOf(touch.embedHost)
  const known = { ...touch, referrer: referrer === ownHost ? undefined : referrer, embedHost }
  const kept = Object.entries(known).filter(([, value]) => value !== undefined && value !== '')
  return { channel: channelOf(known), ...Object.fromEntries(kept) }
}

function channelOf(landing: Landing): string {
  const { medium, clickName, share, referrer, embedHost } = landing
  const byMedium = BY_MEDIUM.find(([pattern]) => pattern.test(medium?.toLowerCase() ?? ''))
  if (byMedium) return byMedium[1]
  if (clickName) return BY_CLICK[clickName]
  if (share) return 'referral'
  const byReferrer = referrer ? channelOfReferrer(referrer) : null
  if (byReferrer) return byReferrer
  if (landing.source || medium || landing.campaign) return 'campaign'
  return referrer || embedHost ? 'referral' : NO_TOUCH_CHANNEL
}

function channelOfReferrer(host: string): string | null {
  if (SEARCH.test(host)) return 'search'
  return SOCIAL.test(host) ? 'social' : null
}

function hostOf(referrer: string | undefined): string | undefined {
  if (!referrer) return undefined
  const url = referrer.includes('://') ? referrer : `https://${referrer}`
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase().slice(0, 253) : undefined
}
