import type { Environment } from '../environment'

/**
 * The origin of links in messages. Never taken from a request: an attacker could lead somebody else's link to another
 * server.
 */
export function ownOrigin({ origin, host, port }: Pick<Environment, 'origin' | 'host' | 'port'>): string {
  if (origin !== null) return origin
  const name = ['0.0.0.0', '::', '[::]'].includes(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
