import { useEffect } from 'react'
import type { ReplayCommand } from './replay-keys'
import { commandOf } from './replay-keys'

const TYPING =
  'input, select, textarea, [contenteditable], [role="region"], [role="listbox"], [role="dialog"]'
/** The space bar presses what has the focus. */
const PRESSED_BY_SPACE = 'a, button, summary'

/** Has keys command the replay, unless the focus is in a field, a dialog or a scrolling region. */
export function useReplayKeys(withLetters: boolean, run: (command: ReplayCommand) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, shiftKey, target } = event
      const command = commandOf({ key, shiftKey, withLetters })
      const isHeld = event.altKey || event.ctrlKey || event.metaKey
      const isTaken =
        target instanceof Element &&
        (target.closest(TYPING) !== null || (key === ' ' && target.closest(PRESSED_BY_SPACE) !== null))
      if (command === null || isHeld || isTaken || event.defaultPrevented) return
      event.preventDefault()
      run(command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
