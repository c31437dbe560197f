/** A form that is on its way is not sent a second time. A page that is returned to may send again. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const { submitter, defaultPrevented } = event
    if (defaultPrevented || !submitter) return
    if (submitter.ariaBusy === 'true') event.preventDefault()
    else submitter.ariaBusy = 'true'
  })
  window.addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll('form [aria-busy]')) button.removeAttribute('aria-busy')
  })
}
