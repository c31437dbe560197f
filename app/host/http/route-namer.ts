export interface NamedRoute {
  id: string
  path?: string | undefined
  parentId?: string | undefined
}

/**
 * The template of a path, such as `/demos/:slug`, from the routes of a Remix build: a bounded set of names for metrics.
 * Fixed segments take precedence over parameters, as in routing; paths matched only by a catch-all are `other`.
 */
export function createRouteNamer(
  routes: Record<string, NamedRoute | undefined>,
): (pathname: string) => string {
  const templates = Object.values(routes)
    .filter((route): route is NamedRoute => route?.path !== undefined)
    .map((route) => templateOf(route, routes))
    .filter((template) => !template.includes('*'))
    .sort((one, other) => parameters(one) - parameters(other))
    .map((template) => ({ template, pattern: patternOf(template) }))
  return (pathname) => {
    if (pathname === '/') return '/'
    return templates.find(({ pattern }) => pattern.test(pathname))?.template ?? 'other'
  }
}

function templateOf(route: NamedRoute, routes: Record<string, NamedRoute | undefined>): string {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId]
  const before = parent ? templateOf(parent, routes) : ''
  return route.path ? `${before}/${route.path}` : before
}

const parameters = (template: string): number => template.split('/:').length

function patternOf(template: string): RegExp {
  const source = template
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/')
  // Single fetch requests the data of a page at its path plus `.data`.
  return new RegExp(`^${source}(\\.data)?/?$`)
}
