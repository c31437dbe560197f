import { useEffect, useRef } from 'react'

/** What a key does, by its name, such as `n` or `mod+s` (Cmd on a Mac, Ctrl elsewhere). */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>

/**
 * Keyboard shortcuts for the whole page. Plain letters are ignored while typing or in a dialog; `mod+` keys always
 * work.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const name = nameOf(event)
      const act = current.current[name]
      if (!act || (!name.startsWith('mod+') && isBusy(event))) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  return event.metaKey || event.ctrlKey ? `mod+${key}` : event.altKey ? `alt+${key}` : key
}

function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  return Boolean(
    target?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]'),
  )
}
