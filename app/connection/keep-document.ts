import { isReachable } from './find-kind'
import { resubmit } from './last-form'
import { showTrouble } from './trouble'

/**
 * Guards links and forms that load a whole document, such as the language switch: they proceed only when the server can
 * be reached, since the browser would otherwise replace the page with its own error.
 */
export function keepDocument(plain: typeof fetch): void {
  const hold = (event: Event, sent: boolean, go: () => void) => {
    event.preventDefault()
    const tryIt = async () => {
      if (await isReachable(plain)) return go()
      showTrouble({ kind: 'offline', sent, again: () => void tryIt() })
    }
    void tryIt()
  }
  let passing = false
  window.addEventListener('submit', (event) => {
    const form = event.target
    if (
      passing ||
      event.defaultPrevented ||
      !(form instanceof HTMLFormElement) ||
      !staysInWindow(form.target)
    )
      return
    const { submitter } = event
    hold(event, form.method === 'post', () => {
      passing = true
      resubmit({ form, submitter })
      passing = false
    })
  })
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (event.defaultPrevented || !link || !isPlainClick(event) || !leavesPage(link)) return
    hold(event, false, () => window.location.assign(link.href))
  })
}

const staysInWindow = (target: string): boolean => target === '' || target === '_self'

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

function leavesPage(link: HTMLAnchorElement): boolean {
  const { pathname, search, origin } = window.location
  const here = link.pathname === pathname && link.search === search && link.hash !== ''
  return link.origin === origin && staysInWindow(link.target) && !link.hasAttribute('download') && !here
}
