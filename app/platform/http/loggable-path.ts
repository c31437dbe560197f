/**
 * The path of a URL in a form that may be logged: without the query, which may contain what a visitor typed, and
 * without the token of a personal link. Routes match whatever the case and encoding of the path, so it is read the same
 * way.
 */
export function loggablePath(url: string): string {
  const path = url.split('?')[0] ?? ''
  const link = /^\/+(resume|join|confirm|shared|unsubscribe)\/./i.exec(decoded(path))
  return link?.[1] ? `/${link[1].toLowerCase()}/…` : path
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
