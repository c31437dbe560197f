/** The parsed target of a request. */
export interface RequestTarget {
  /** Path and query, without scheme and host. */
  url: string
  /** The path with its escapes decoded. */
  path: string
  /** The host of the whole address, when one was asked for: it outweighs the Host header. */
  host: string | null
}

const WHOLE_ADDRESS = /^https?:\/\/([^/?#]*)(.*)$/is

/**
 * Parses the target of a request; null when it is invalid. The path must be correctly escaped UTF-8 without control
 * characters. The query may contain anything: whoever reads a parameter validates it.
 */
export function readTarget(text: string): RequestTarget | null {
  const [, host = null, rest = text] = WHOLE_ADDRESS.exec(text) ?? []
  const url = host === null || rest.startsWith('/') ? rest : `/${rest}`
  const path = decoded(url.split('?', 1)[0] ?? '')
  if (path === null || !path.startsWith('/') || url.includes('#')) return null
  return URL.canParse(url, 'http://localhost') ? { url, path, host } : null
}

function decoded(path: string): string | null {
  try {
    const text = decodeURIComponent(path)
    return /\p{Cc}/u.test(text) ? null : text
  } catch {
    return null
  }
}
