/**
 * The path of an address as it may be logged: without the query, which may carry what a visitor typed, and without the
 * token of a personal link, which whoever reads the log must not use. Routes are found whatever the case and however
 * the path is encoded, so it is read in the same way.
 */
export function shownPath(url: string): string {
  const path = url.split('?')[0] ?? ''
  const link = /^\/+(resume|join|confirm)\/./i.exec(decoded(path))
  return link?.[1] ? `/${link[1].toLowerCase()}/…` : path
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
