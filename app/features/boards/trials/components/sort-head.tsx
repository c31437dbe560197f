import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { HeadCell } from '~/ui/data-table'

/** A column head that sorts the list; pressing again reverses the order. */
export function SortHead({
  sorted,
  to,
  numeric = false,
  children,
}: {
  /** The current sort order of this column; null when sorted by another. */
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
