import { useEffect } from 'react'

const TYPING = 'input, select, textarea, [contenteditable], [role="region"], [role="listbox"]'

interface StepKeys {
  last: number
  move: (next: (step: number) => number) => void
  onUse: () => void
}

/** Arrow keys, Home and End move through the steps, unless the focus is in a field or a scrolling region. */
export function useStepKeys({ last, move, onUse }: StepKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const next = nextFor(event.key, last)
      const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey
      const typing = event.target instanceof Element && event.target.closest(TYPING) !== null
      if (next === null || held || typing || event.defaultPrevented) return
      event.preventDefault()
      onUse()
      move(next)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** The step that a key leads to; null for other keys. */
function nextFor(key: string, last: number): ((step: number) => number) | null {
  switch (key) {
    case 'ArrowLeft':
      return (step) => Math.max(0, step - 1)
    case 'ArrowRight':
      return (step) => Math.min(last, step + 1)
    case 'Home':
      return () => 0
    case 'End':
      return () => last
    default:
      return null
  }
}
