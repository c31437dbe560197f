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
    element.remove()
  })
}
