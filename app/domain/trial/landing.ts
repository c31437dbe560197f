/** Click ids of advertising networks that are stored; all other parameters of an address are ignored. */
export const CLICK_IDS = [
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'msclkid',
  'bd_vid',
  'ttclid',
  'li_fat_id',
  'twclid',
  'rdt_cid',
  'gad_source',
  'fbclid',
] as const
export type ClickIdName = (typeof CLICK_IDS)[number]

/** Where a visit came from, as the landing page saw it. `referrer` is a URL or a host. */
export interface Landing {
  source?: string
  medium?: string
  campaign?: string
  term?: string
  content?: string
  referrer?: string
  clickName?: ClickIdName
  clickId?: string
  /** The code of a shared link: `?ref=` or `?s=`. */
  share?: string
  /** The host of the page that embeds us in a frame. */
  embedHost?: string
}

/** Where the first page of a visit was reached from, in the address of a later one. */
const REFERRER = 'referrer'
const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const
const MOST_TEXT = 120
const MOST_SHARE = 120
const MOST_CLICK_ID = 512
const MOST_REFERRER = 2000

/** A text from an address, truncated between two characters. */
export function cutText(text: string): string {
  return text.slice(0, MOST_TEXT).replace(/\p{Surrogate}$/u, '')
}

/** A click id, or undefined when it is longer than any network makes it: a truncated id would name another click. */
export const wholeClickId = (id: string): string | undefined => whole(id, MOST_CLICK_ID)

/** The code of a shared link, or undefined when it is too long. */
export const wholeShare = (code: string): string | undefined => whole(code, MOST_SHARE)

const whole = (id: string, most: number): string | undefined =>
  id === '' || id.length > most ? undefined : id

/** The parameters by which one of our own pages hands a landing on to the next; `readLanding` reads them. */
export function landingQuery(landing: Landing): Record<string, string> {
  const { referrer, share, clickName, clickId } = landing
  const utm = UTM.map((name) => [`utm_${name}`, landing[name]])
  const more = [[REFERRER, referrer], ['ref', share], ...(clickName ? [[clickName, clickId]] : [])]
  const named = [...utm, ...more].filter((pair): pair is [string, string] => pair[1] !== undefined)
  return Object.fromEntries(named)
}

/** Reads a landing from the address of a page and its referrer. Texts are truncated, ids are whole or absent. */
export function readLanding(query: URLSearchParams, referrer: string | null): Landing {
  const value = (name: string) => query.get(name)?.trim() || undefined
  const click = CLICK_IDS.find((name) => value(name) !== undefined)
  const landing: Landing = {
    ...Object.fromEntries(UTM.map((name) => [name, cutText(value(`utm_${name}`) ?? '') || undefined])),
    referrer: (value(REFERRER) ?? referrer)?.slice(0, MOST_REFERRER) || undefined,
    share: wholeShare(value('ref') ?? value('s') ?? ''),
    ...(click && { clickName: click, clickId: wholeClickId(value(click) ?? '') }),
  }
  return Object.fromEntries(Object.entries(landing).filter(([, one]) => one !== undefined))
}
