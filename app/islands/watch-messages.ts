import { postJson } from './post-json'

const watched = new WeakSet<Element>()

/** Lets messages be dismissed, and tells what becomes of them where the visitor agreed that it is kept. */
export function watchMessages(): void {
  for (const message of document.querySelectorAll<HTMLElement>('[data-message]')) {
    if (!watched.has(message)) watch(message)
    watched.add(message)
  }
}

function watch(element: HTMLElement): void {
  const { message = '', tellTo } = element.dataset
  const tell = (fate: string) => tellTo && postJson(tellTo, { message, fate })
  const dismiss = element.querySelector<HTMLElement>('[data-dismiss]')
  if (dismiss) dismiss.hidden = false
  tell('shown')
  element.querySelector('a')?.addEventListener('click', () => tell('clicked'))
  dismiss?.addEventListener('click', () => {
    tell('dismissed')
    noteDismissed(message)
    element.remove()
  })
}

const COOKIE = 'foyer_dismissed'

/** Notes for this session that the message is to stay away, as its reader asked; the server reads it. */
function noteDismissed(message: string): void {
  const noted = document.cookie.split('; ').find((pair) => pair.startsWith(`${COOKIE}=`))
  const slugs = new Set(noted?.slice(COOKIE.length + 1).split('.')).add(message)
  document.cookie = `${COOKIE}=${[...slugs].join('.')}; path=/; samesite=lax`
}
