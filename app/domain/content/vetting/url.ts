const LINK_SCHEMES = ['http', 'https', 'mailto']
const IMAGE_SCHEMES = ['http', 'https']

/** Where a URL is used: pictures may not be e-mail addresses. */
export type UrlUse = 'link' | 'image'

/**
 * Why this URL may not be used, or null when it may. Allowed: http, https, mailto (links only) and relative URLs.
 * Expects the URL as the Markdown parser hands it out, with character references already resolved. A colon before the
 * first `/`, `?` or `#` counts as a scheme whatever stands before it, and percent-encoding does not hide one.
 */
export function urlRefusal(url: string, use: UrlUse): string | null {
  if (hasHiddenCharacter(url)) return 'a URL must not contain spaces, control or invisible characters'
  const decoded = decodePercent(url)
  if (decoded === null) return 'a URL must use valid percent-encoding'
  if (hasControlCharacter(decoded)) return 'a URL must not contain encoded control characters'
  if (/^[\\/]{2}/.test(decoded) || decoded.includes('\\')) {
    return 'write the full https:// address, or a path that begins with one slash'
  }
  const allowed = use === 'link' ? LINK_SCHEMES : IMAGE_SCHEMES
  const scheme = schemeOf(decoded)
  if (scheme === null || allowed.includes(scheme)) return null
  return `“${scheme}:” is not allowed here; use ${allowed.join(', ')} or a relative URL`
}

function schemeOf(url: string): string | null {
  const head = url.split(/[/?#]/, 1)[0] ?? ''
  const colon = head.indexOf(':')
  return colon === -1 ? null : head.slice(0, colon).toLowerCase()
}

function decodePercent(url: string): string | null {
  try {
    return decodeURIComponent(url)
  } catch {
    return null
  }
}

function hasHiddenCharacter(value: string): boolean {
  return hasControlCharacter(value) || /[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/u.test(value)
}

function hasControlCharacter(value: string): boolean {
  return /\p{Cc}/u.test(value)
}
