/** Pages of the center whose views are kept, without what is shown on them. */
export const VIEWED_PAGES = [
  ...(['home', 'demo', 'pricing', 'compare', 'help', 'help-post', 'talk', 'me', 'page'] as const),
]
export type ViewedPage = (typeof VIEWED_PAGES)[number]

const ALONE: Partial<Record<string, ViewedPage>> = {
  pricing: 'pricing',
  help: 'help',
  talk: 'talk',
  me: 'me',
}
const OF_DOCUMENT: Partial<Record<string, ViewedPage>> = {
  demos: 'demo',
  compare: 'compare',
  help: 'help-post',
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Which page a path is, and the slug of the document on it; null for a path whose views are not kept. */
export function pageOf(path: string): { route: ViewedPage; document: string | null } | null {
  const [first, second, ...more] = path.split('/').filter((part) => part !== '')
  if (more.length > 0) return null
  if (first === undefined) return { route: 'home', document: null }
  if (second === undefined) {
    const route = ALONE[first]
    if (route) return { route, document: null }
    return SLUG.test(first) ? { route: 'page', document: first } : null
  }
  const route = OF_DOCUMENT[first]
  return route && SLUG.test(second) ? { route, document: second } : null
}
