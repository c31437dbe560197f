/** The maximum length of a domain name. */
const MOST_CHARACTERS = 253

/**
 * The host of a referrer, which is a URL or a bare host: lower-case, in ASCII, without user, port and trailing dot. An
 * app refers by its package name. Undefined if there is no host.
 */
export function referrerOf(referrer: string | undefined): string | undefined {
  const text = referrer?.trim()
  if (!text) return undefined
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(url)) return undefined
  const host = new URL(url).hostname.toLowerCase().replace(/\.+$/, '')
  return host === '' || host.length > MOST_CHARACTERS ? undefined : host
}
