import { Link } from '@remix-run/react'
import { buttonClass } from './button'

/** Links to older and newer pages of a list; a missing address hides the link. */
export function Pagination({
  label,
  previous,
  next,
  previousLabel,
  nextLabel,
}: {
  label: string
  previous?: string | undefined
  next?: string | undefined
  previousLabel: string
  nextLabel: string
}) {
  if (!previous && !next) return null
  return (
    <nav aria-label={label} className="flex justify-between gap-2">
      {previous ? (
        <Link to={previous} className={buttonClass('secondary', 'small')} rel="prev">
          {previousLabel}
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link to={next} className={buttonClass('secondary', 'small')} rel="next">
          {nextLabel}
        </Link>
      ) : null}
    </nav>
  )
}
