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

function ofSegments(segments: readonly string[], { pathname, searchParams }: URL): Offer[] {
  const [first = '', second, ...more] = segments
  const asked = (name: string, thing: Offer['thing'], of = (id: string) => id): Offer[] => {
    const value = searchParams.get(name)
    return value ? [{ thing, id: of(value) }] : []
  }
  if (first === '') return [...asked('role', 'audience'), ...asked('scenario', 'scenario')]
  const isDemo = ['demos', 'compare', 'embed'].includes(first)
  if ((isDemo || first === 'help') && second !== undefined && more.length === 0) {
    const thing = isDemo ? 'demo' : 'help'
    return [
      { thing, id: second },
      ...(isDemo ? asked('plan', 'demo-plan', (plan) => `${second}/${plan}`) : []),
    ]
  }
  if (first === 'pricing' && second === undefined) return asked('feature', 'feature')
  if (second === undefined && !isDemo && !SITE_SEGMENTS.includes(first)) return [{ thing: 'page', id: first }]
  const leads = !isDemo && first !== 'help' && SITE_SEGMENTS.includes(first)
  return leads || pathname === '/help' || pathname === '/help/' ? [] : [{ thing: 'address', id: pathname }]
}
