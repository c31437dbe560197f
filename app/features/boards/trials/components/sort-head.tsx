import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { HeadCell } from '~/ui/data-table'

/** A column head that orders the list; a second press turns the order round. */
export function SortHead({
  sorted,
  to,
  numeric = false,
  children,
}: {
  /** How the list is now ordered by this column; null when by another. */
  sorted: 'asc' | 'desc' | null
  to: string
  numeric?: boolean
  children: ReactNode
}) {
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown
  return (
    <HeadCell
      numeric={numeric}
      aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      <Link to={to} preventScrollReset className="inline-flex min-h-6 items-center gap-1 hover:text-ink">
        <span>{children}</span>
        {sorted ? <Arrow aria-hidden="true" className="size-3" /> : null}
      </Link>
    </HeadCell>
  )
}
