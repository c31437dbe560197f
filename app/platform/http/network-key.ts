import { createHmac } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { createBoundedCache } from '../cache/bounded-cache'

/**
 * A name for the network of a request: a keyed hash, so that the address cannot be found by trying all of them, and a
 * different one every day (UTC). Used for rate limits and to find sign-up farms, for which trials keep it for two days.
 * For IPv6 the first 64 bits count: what one household or office is given.
 */
export function networkKey(address: string, now: Date, secret: string): string {
  return createHmac('sha256', today(now, secret).key).update(networkOf(address)).digest('base64url')
}

/** The network of a request: its name, and that name in the form of an address. */
export interface NetworkName {
  key: string
  address: string
}

/** The same, cached for the most recent networks. */
export function networkName(address: string, now: Date, secret: string): NetworkName {
  const { names } = today(now, secret)
  const known = names.get(address)
  if (known) return known
  const key = networkKey(address, now, secret)
  const name = { key, address: networkAddress(key) }
  names.set(address, name)
  return name
}

const DAY_MS = 24 * 60 * 60 * 1000
const REMEMBERED = 2_000

const namesOf = () => createBoundedCache<NetworkName>(REMEMBERED)

/** The state for one day. The previous day's names are dropped together with its key. */
let latest = { day: Number.NaN, secret: '', key: Buffer.alloc(0), names: namesOf() }

function today(now: Date, secret: string): typeof latest {
  const day = Math.floor(now.getTime() / DAY_MS)
  if (latest.day !== day || latest.secret !== secret) {
    const key = createHmac('sha256', `network:${secret}`).update(now.toISOString().slice(0, 10)).digest()
    latest = { day, secret, key, names: namesOf() }
  }
  return latest
}

/** The name of a network in the form of an unroutable IPv6 address, for libraries that require an address. */
export function networkAddress(network: string): string {
  const hex = Buffer.from(network, 'base64url').toString('hex')
  const groups = `fd${hex}`.slice(0, 16).match(/.{4}/g) ?? []
  return `${groups.join(':')}::`
}

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const known = ipaddr.process(address)
  if (!(known instanceof ipaddr.IPv6)) return known.toString()
  return known.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')
}
