import { matchRoutes } from '@remix-run/react'
import { kindOfFailure } from './find-kind'
import type { PageRouter } from './router'
import { remixWindow } from './router'
import { showTrouble } from './trouble'

/**
 * Loads the code of a page before navigating to it: when code cannot be loaded, Remix reloads the whole document, and
 * offline nothing of the page would be left.
 */
export function keepModules(router: PageRouter, plain: typeof fetch): void {
  const navigate = router.navigate.bind(router)
  router.navigate = async (to, options) => {
    const missing = typeof to === 'string' ? missingCode(router, to) : []
    try {
      await Promise.all(missing.map((url) => plain(url)))
    } catch {
      const again = () => void router.navigate(to, options)
      showTrouble({ kind: await kindOfFailure(plain), sent: false, again })
      return
    }
    return navigate(to, options)
  }
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, ({ target }) => warm(router, plain, target), { passive: true })
  }
}

const warmed = new Set<string>()

/** Preloads the code behind a link that is about to be pressed. Failures are ignored. */
function warm(router: PageRouter, plain: typeof fetch, target: EventTarget | null): void {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link || link.origin !== location.origin) return
  for (const url of missingCode(router, link.href)) {
    if (warmed.has(url)) continue
    warmed.add(url)
    plain(url).catch(() => warmed.delete(url))
  }
}

/** The modules that a page needs and that are not loaded yet. */
function missingCode(router: PageRouter, to: string): string[] {
  const { __remixManifest: manifest, __remixRouteModules: loaded = {} } = remixWindow()
  const { pathname } = new URL(to, location.href)
  const matches = matchRoutes(router.routes as Parameters<typeof matchRoutes>[0], pathname) ?? []
  return matches.flatMap(({ route: { id } }) => {
    const known = id === undefined || id in loaded ? undefined : manifest?.routes[id]
    return known ? [known.module, ...(known.imports ?? [])] : []
  })
}
