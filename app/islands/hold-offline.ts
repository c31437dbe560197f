/**
 * Guards links and forms that load a whole document: offline, the browser would replace the page, and what was chosen
 * on it, with its own error. A notice says so and tries again.
 */
export function holdOffline(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    hold(event, () => form.requestSubmit(event.submitter))
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link) hold(event, () => link.click())
  })
}

function hold(event: Event, again: () => void): void {
  if (navigator.onLine) return
  event.preventDefault()
  event.stopImmediatePropagation()
  show(() => {
    hide()
    again()
  })
}

const SHOWN = 'offline-notice'

function hide(): void {
  document.getElementById(SHOWN)?.remove()
}

function show(again: () => void): void {
  hide()
  const template = document.querySelector<HTMLTemplateElement>('template[data-offline]')
  const notice = template?.content.firstElementChild?.cloneNode(true)
  if (!(notice instanceof HTMLElement)) return
  notice.id = SHOWN
  notice.querySelector('[data-again]')?.addEventListener('click', again)
  notice.querySelector('[data-close]')?.addEventListener('click', hide)
  document.body.append(notice)
}
