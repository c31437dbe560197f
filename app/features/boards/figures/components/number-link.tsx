import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

/** A number that opens the list of trials behind it. */
export function NumberLink({ to, children }: { to: string; children?: ReactNode }) {
  return (
    <Link
      to={to}
      className="rounded tabular-nums underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-accent"
    >
      {children}
    </Link>
  )
}
