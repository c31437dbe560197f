/** Click ids of advertising networks that are kept; every other parameter of an address is left alone. */
export const CLICK_IDS = [
  'gclid',
  'gbraid',
  'wbraid',
  'fbclid',
  'msclkid',
  'ttclid',
  'li_fat_id',
  'twclid',
] as const
export type ClickIdName = (typeof CLICK_IDS)[number]

/** Where a visit came from, as the page that was landed on saw it. `referrer` is a URL or a host. */
export interface Landing {
  source?: string
  medium?: string
  campaign?: string
  term?: string
  content?: string
  referrer?: string
  clickName?: ClickIdName
  clickId?: string
  /** The code of whoever passed the link on: `?ref=` or `?s=`. */
  share?: string
  /** The host of the page that shows us in a frame. */
  embedHost?: string
}

const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const
const MOST_CHARACTERS = 120
const MOST_REFERRER = 2000

/** Reads a landing off the address of a page and what it was referred by. Values are cut, not refused. */
export function readLanding(query: URLSearchParams, referrer: string | null): Landing {
  const value = (name: string) => query.get(name)?.trim().slice(0, MOST_CHARACTERS) || undefined
  const click = CLICK_IDS.find((name) => value(name) !== undefined)
  const landing: Landing = {
    ...Object.fromEntries(UTM.map((name) => [name, value(`utm_${name}`)])),
    referrer: referrer?.slice(0, MOST_REFERRER) || undefined,
    share: value('ref') ?? value('s'),
    ...(click && { clickName: click, clickId: value(click) }),
  }
  return Object.fromEntries(Object.entries(landing).filter(([, one]) => one !== undefined))
}
