import { useState } from 'react'

/**
 * The element that had the focus when something opened, to restore it on close. For a menu item, which is gone by then,
 * it is the menu's button.
 */
export function useOpener(isOpen: boolean): HTMLElement | null {
  const [seen, setSeen] = useState<{ isOpen: boolean; opener: HTMLElement | null }>({
    isOpen: false,
    opener: null,
  })
  // Must be read before the menu disappears, during rendering.
  if (seen.isOpen !== isOpen) setSeen({ isOpen, opener: isOpen ? focusedNow() : seen.opener })
  return seen.opener
}

function focusedNow(): HTMLElement | null {
  if (typeof document === 'undefined') return null
  const focused = document.activeElement
  const menu = focused?.closest('[role=menu]')
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : focused
  return opener instanceof HTMLElement && opener !== document.body ? opener : null
}
