import type { Environment } from '../environment'

/**
 * The origin that links in messages lead to. Never what a request says: whoever sends one could lead somebody else's link
 * to their own server.
 */
export function ownOrigin({ origin, host, port }: Pick<Environment, 'origin' | 'host' | 'port'>): string {
  if (origin !== null) return origin
  const name = ['0.0.0.0', '::', '[::]'].includes(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
