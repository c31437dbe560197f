/** The parts of Remix's browser router that are needed to keep a page. Remix exposes it on the window. */
export interface PageRouter {
  routes: RouteNode[]
  state: {
    location: PageLocation
    navigation: {
      state: 'idle' | 'loading' | 'submitting'
      location?: PageLocation | undefined
      formAction?: string | undefined
      formMethod?: string | undefined
      formEncType?: string | undefined
      formData?: FormData | undefined
    }
  }
  navigate: (to: string | number | null, options?: object) => Promise<void>
}

export interface PageLocation {
  pathname: string
  search: string
  hash: string
}

interface RouteNode {
  id?: string
  path?: string
  index?: boolean
  children?: RouteNode[]
}

interface RemixWindow {
  __remixRouter?: PageRouter
  __remixManifest?: {
    routes: Record<string, { module: string; imports?: string[]; css?: string[] } | undefined>
  }
  __remixRouteModules?: Record<string, unknown>
}

/** What Remix exposes on the window. */
export const remixWindow = (): RemixWindow => window as unknown as RemixWindow

export const hrefOf = ({ pathname, search, hash }: PageLocation): string => pathname + search + hash

/** Whether the router is only revalidating the page, because it was told to stay. */
export const isStaying = ({ state }: PageRouter): boolean => state.navigation.location?.hash === STAY

/** Matches no element, so that nothing scrolls. */
const STAY = '#stay'

/**
 * Ends the pending navigation and stays on the page: navigates to the same URL with a fragment. This loads nothing,
 * except after a submission, when the router revalidates. The URL is left unchanged.
 */
export async function stayHere(router: PageRouter): Promise<void> {
  const { pathname, search } = router.state.location
  const address = window.location.href
  await router.navigate(pathname + search + STAY, { replace: true, preventScrollReset: true })
  window.history.replaceState(window.history.state, '', address)
}
