/**
 * Links and forms that change only how the same page is shown (`data-stay`) exchange its body, so that the place on the
 * page and the focus stay. Whatever fails is loaded as any other page.
 */
export function stayOnPage(whenShown: () => void): void {
  let latest = 0
  const show = async (href: string, focus?: string) => {
    const mine = ++latest
    const page = await readPage(href)
    if (mine !== latest) return
    if (!page) return location.assign(href)
    exchange(page, focus)
    whenShown()
  }
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-stay]') : null
    if (!link || event.defaultPrevented || !isPlain(event)) return
    event.preventDefault()
    history.pushState(null, '', link.href)
    void show(link.href, link.dataset.stay)
  })
  document.addEventListener('submit', (event) => {
    const { target: form, submitter, defaultPrevented } = event
    if (!(form instanceof HTMLFormElement) || form.dataset.stay === undefined || defaultPrevented) return
    event.preventDefault()
    void send(form, submitter).then(
      () => show(location.href, form.dataset.stay),
      () => form.submit(),
    )
  })
  window.addEventListener('popstate', () => void show(location.href))
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/** Sends the form for what it stores in the browser; where it would lead is not followed. */
const send = (form: HTMLFormElement, submitter: HTMLElement | null): Promise<Response> =>
  fetch(form.action, {
    method: 'post',
    // The types of some browsers know it as text alone.
    body: new URLSearchParams(
      [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]),
    ),
    redirect: 'manual',
  })

async function readPage(href: string): Promise<Document | null> {
  try {
    const answer = await fetch(href, { headers: { accept: 'text/html' } })
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  } catch {
    return null
  }
}

function exchange(page: Document, focus: string | undefined): void {
  const { scrollX, scrollY } = window
  const { theme } = page.documentElement.dataset
  if (theme === undefined) delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  document.title = page.title
  document.body.replaceWith(page.body)
  window.scrollTo(scrollX, scrollY)
  if (focus === undefined) return
  const place = document.querySelector<HTMLElement>(`[data-stay="${CSS.escape(focus)}"]`)
  const control = place?.querySelector<HTMLElement>('button') ?? place ?? document.getElementById('main')
  control?.focus({ preventScroll: true })
}
