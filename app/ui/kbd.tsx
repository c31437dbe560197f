import type { ReactNode } from 'react'

/** The keyboard shortcut of the control beside it; hidden from screen readers and on touch screens. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden="true"
      className="rounded bg-sunken px-1 font-sans text-xs text-faint pointer-coarse:hidden"
    >
      {children}
    </kbd>
  )
}
