import type { Locale } from '~/domain/text'
import type { SplitSideName } from '~/domain/insight/split/split-plan'
import type { Consent } from '~/platform/visitor/consent'
import { consentCookie } from '~/platform/visitor/consent'
import { localeCookie } from '~/platform/language/locale'
import type { Theme } from '~/platform/language/theme'
import { themeCookie } from '~/platform/language/theme'

/**
 * All that a kept page may depend on, beside the live content. Pages are rendered from a request that is made of it, so
 * nothing else of whoever asked first can be in them.
 */
export interface PageForm {
  origin: string
  /** Without the language. */
  path: string
  /** The parameters that the page knows, in a fixed order. */
  query: string
  locale: Locale
  theme: Theme
  consent: Consent
  /** The browser asks not to be tracked. */
  refuses: boolean
  isKnown: boolean
  /** Live messages that were dismissed in the browser. */
  dismissed: string[]
  sides: [split: string, side: SplitSideName][]
  /** Today, by the calendar of the workspace. */
  day: string
}

/** The key under which the page is kept. */
export const keyOf = (version: string, form: PageForm): string => `${version} ${JSON.stringify(form)}`

/** The request from which the page is rendered. */
export function requestOf({ origin, path, query, locale, theme, consent, refuses }: PageForm): Request {
  const cookies = [
    localeCookie(locale, { secure: false }),
    themeCookie(theme, { secure: false }),
    ...(consent === 'unset' || refuses ? [] : [consentCookie(consent, { secure: false })]),
  ]
  const cookie = cookies.map((set) => set.split(';', 1)[0]).join('; ')
  const headers = { accept: 'text/html', cookie, ...(refuses && { 'sec-gpc': '1' }) }
  return new Request(origin + path + (query && `?${query}`), { headers })
}

/** Parameters by which a page differs, by the first segment of its address; all others are ignored. */
const PARAMETERS: Record<string, readonly string[]> = {
  '': ['role', 'scenario'],
  demos: ['plan', 'at'],
  pricing: ['period', 'feature'],
}

/** Parameters of pages that are for one reader alone, or that anybody may write: such a page is rendered each time. */
const OWN: Record<string, readonly string[]> = { demos: ['at'], pricing: ['from'], help: ['q'] }

const MOST_LETTERS = 80

/** The parameters that a page knows, in a fixed order; null for a page that is for one reader alone. */
export function knownQuery(path: string, query: URLSearchParams): string | null {
  const [, first = ''] = path.split('/')
  if (OWN[first]?.some((name) => query.has(name))) return null
  const known = new URLSearchParams()
  for (const name of PARAMETERS[first] ?? []) {
    const value = query.get(name)
    if (value !== null) known.set(name, value.slice(0, MOST_LETTERS))
  }
  return known.toString()
}
