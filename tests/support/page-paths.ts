import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '~/routes'

/** The addresses of all pages as the routes name them, with their dynamic parts. */
export function pagePaths(): string[] {
  return under(routes, '')
}

function under(entries: readonly RouteConfigEntry[], above: string): string[] {
  return entries.flatMap((entry) => {
    const path = entry.path === undefined ? above : `${above}/${entry.path}`
    return entry.children ? under(entry.children, path) : [path || '/']
  })
}
