/** Longest name that the domain name system knows. */
const MOST_CHARACTERS = 253

/**
 * The host of a referrer, which is a URL or a host alone: in small letters, in ASCII, without user, port and closing dot.
 * An app that opened us refers by the name of its package. Undefined for whatever has no host.
 */
export function referrerOf(referrer: string | undefined): string | undefined {
  const text = referrer?.trim()
  if (!text) return undefined
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(url)) return undefined
  const host = new URL(url).hostname.toLowerCase().replace(/\.+$/, '')
  return host === '' || host.length > MOST_CHARACTERS ? undefined : host
}
