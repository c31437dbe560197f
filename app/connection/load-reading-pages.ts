import { splitLocale } from '~/domain/content/local-path'
import { isReadingPath } from '~/domain/content/reading-path'
import { isReachable } from './find-kind'
import type { PageRouter } from './router'
import { showTrouble } from './trouble'

/**
 * Reading pages carry none of the framework's scripts, so a link to one loads the document: only when the server can be
 * reached, since the browser would otherwise replace the page with its own error.
 */
export function loadReadingPages(router: PageRouter, plain: typeof fetch): void {
  const navigate = router.navigate.bind(router)
  router.navigate = async (to, options) => {
    if (typeof to !== 'string' || isSubmission(options)) return navigate(to, options)
    const { href, pathname } = new URL(to, location.href)
    if (!isReadingPath(splitLocale(pathname).rest)) return navigate(to, options)
    const again = () => void router.navigate(to, options)
    if (await isReachable(plain)) location.assign(href)
    else showTrouble({ kind: 'offline', sent: false, again })
  }
}

const isSubmission = (options: object | undefined): boolean =>
  options !== undefined && 'formMethod' in options && options.formMethod !== undefined
