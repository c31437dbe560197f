import { isSiteAddress, SITE_SEGMENTS } from '../site-addresses'
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
  return ofSegments(segments.map(decoded), target)
}

function parseUrl(url: string, base: string): URL | null {
  try {
    return new URL(url, ORIGIN + base)
  } catch {
    return null
  }
}

/** A part of a path as it reads; one with broken percent signs stays as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** What is asked for in an address: `?plan=free`, or several as in `?plans=free,premium`. */
type Asked = (name: string, thing: Offer['thing'], idOf?: (value: string) => string) => Offer[]

function ofSegments(segments: readonly string[], { pathname, searchParams }: URL): Offer[] {
  const asked: Asked = (name, thing, idOf = (value) => value) => {
    const values = searchParams.getAll(name).flatMap((value) => value.split(','))
    return values.filter((value) => value !== '').map((value) => ({ thing, id: idOf(value) }))
  }
  const [first = '', ...more] = segments
  if (first === 'pricing' && more.length === 0) return asked('feature', 'feature')
  if (first === 'talk' && more.length === 0) return asked('plan', 'plan')
  if (first === '') return [...asked('role', 'audience'), ...asked('scenario', 'scenario')]
  return ofPage(first, more, asked) ?? [{ thing: 'address', id: pathname }]
}

/** Null for an address at which nothing is. */
function ofPage(first: string, more: readonly string[], asked: Asked): Offer[] | null {
  const [slug, ...deeper] = more
  if (first === 'media')
    return slug !== undefined && deeper.length === 0 ? [{ thing: 'medium', id: slug }] : null
  const names = DOCUMENT_SEGMENTS.get(first)
  if (names) {
    if (slug === undefined) return first === 'help' ? [] : null
    if (deeper.length > 0) return null
    return [{ thing: names, id: slug }, ...(names === 'demo' ? plansAsked(slug, asked) : [])]
  }
  if (isSiteAddress([first, ...more])) return []
  if (SITE_SEGMENTS.includes(first)) return null
  return slug === undefined ? [{ thing: 'page', id: first }] : null
}

function plansAsked(demo: string, asked: Asked): Offer[] {
  return ['plan', 'plans'].flatMap((name) => asked(name, 'demo-plan', (plan) => `${demo}/${plan}`))
}

/** Addresses that end in the slug of a document. */
const DOCUMENT_SEGMENTS = new Map<string, 'demo' | 'help'>([
  ['demos', 'demo'],
  ['compare', 'demo'],
  ['help', 'help'],
])
