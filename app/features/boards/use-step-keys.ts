import { useEffect } from 'react'

const TYPING = 'input, select, textarea, [contenteditable], [role="region"], [role="listbox"]'

interface StepKeys {
  current: number
  last: number
  go: (step: number) => void
  onUse: () => void
}

/** Arrow keys, Home and End move through the steps, wherever the focus is but in a field or a scrolling region. */
export function useStepKeys({ current, last, go, onUse }: StepKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = stepFor(event.key, current, last)
      const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey
      const typing = event.target instanceof Element && event.target.closest(TYPING) !== null
      if (step === null || held || typing || event.defaultPrevented) return
      event.preventDefault()
      onUse()
      if (step !== current) go(step)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

function stepFor(key: string, current: number, last: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, current - 1)
    case 'ArrowRight':
      return Math.min(last, current + 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
