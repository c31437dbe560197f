import { useEffect } from 'react'

const PARTS =
  'main, section, article, form, fieldset, dialog, [role="dialog"], [role="region"], [role="group"], aside'
const HEADINGS = 'h1, h2, h3, h4, legend'

/**
 * When the focused element disappears (a deleted row, a submitted button, a page that was left), focus would fall to
 * the body and a screen reader would fall silent. Moves the focus to the heading of the remaining part, unless
 * something else took it.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let path: Element[] = []
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof Element ? ancestorsOf(target) : []
    }
    const observer = new MutationObserver(() => {
      if (!path[0] || path[0].isConnected) return
      const gone = path
      path = []
      afterEffects(() => recover(gone))
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.documentElement, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [])
}

function ancestorsOf(element: Element): Element[] {
  const path = []
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at)
  return path
}

/** Components that set the focus themselves do so in effects, which run first. */
function afterEffects(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

function recover(gone: readonly Element[]): void {
  if (document.activeElement && document.activeElement !== document.body) return
  const left = gone.find((element) => element.isConnected && element !== document.documentElement)
  const part = left?.closest(PARTS) ?? document.querySelector('main')
  const target = part?.querySelector(HEADINGS) ?? part
  if (!(target instanceof HTMLElement)) return
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
}
