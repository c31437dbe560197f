import { SITE_SEGMENTS } from '../site-addresses'
import type { Offer } from './reference'

const ORIGIN = 'http://foyer.invalid'

/**
 * What a link leads to inside Foyer; nothing for one that leads elsewhere or stays on its page. `base` is the address of the
 * page on which it stands, for links that are relative to it.
 */
export function addressReferences(url: string, base: string): Offer[] {
  if (url === '' || url.startsWith('#')) return []
  const target = parseUrl(url, base)
  if (target?.origin !== ORIGIN) return []
  const segments = target.pathname.split('/').filter((segment) => segment !== '')
  return ofSegments(segments.map(decodeURIComponent), target)
}

function parseUrl(url: string, base: string): URL | null {
  try {
    return new URL(url, ORIGIN + base)
  } catch {
    return null
  }
}

/** What is asked for in an address: `?plan=free`. */
type Asked = (name: string, thing: Offer['thing'], idOf?: (value: string) => string) => Offer[]

function ofSegments(segments: readonly string[], { pathname, searchParams }: URL): Offer[] {
  const asked: Asked = (name, thing, idOf = (value) => value) => {
    const value = searchParams.get(name)
    return value ? [{ thing, id: idOf(value) }] : []
  }
  const [first = '', ...more] = segments
  if (first === 'pricing' && more.length === 0) return asked('feature', 'feature')
  if (first === '') return [...asked('role', 'audience'), ...asked('scenario', 'scenario')]
  return ofPage(first, more, asked) ?? [{ thing: 'address', id: pathname }]
}

/** Null for an address at which nothing is. */
function ofPage(first: string, more: readonly string[], asked: Asked): Offer[] | null {
  const [slug, ...deeper] = more
  const names = DOCUMENT_SEGMENTS.get(first)
  if (names) {
    if (slug === undefined) return first === 'help' ? [] : null
    if (deeper.length > 0) return null
    const plans = names === 'demo' ? asked('plan', 'demo-plan', (plan) => `${slug}/${plan}`) : []
    return [{ thing: names, id: slug }, ...plans]
  }
  if (SITE_SEGMENTS.includes(first)) return []
  return slug === undefined ? [{ thing: 'page', id: first }] : null
}

/** Addresses that end in the slug of a document. */
const DOCUMENT_SEGMENTS = new Map<string, 'demo' | 'help'>([
  ['demos', 'demo'],
  ['compare', 'demo'],
  ['embed', 'demo'],
  ['help', 'help'],
])
