import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

/** A figure with its name and its basis. With `to` it links to the list behind it. */
export function Stat({
  label,
  value,
  detail,
  to,
}: {
  label: ReactNode
  value: ReactNode
  detail?: ReactNode
  to?: string
}) {
  const figure = <span className="text-figure tabular-nums">{value}</span>
  return (
    <div className="grid content-start gap-1">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="grid gap-1">
        {to ? (
          <Link
            to={to}
            className="w-fit rounded decoration-line-strong decoration-1 underline-offset-8 hover:underline"
          >
            {figure}
          </Link>
        ) : (
          figure
        )}
        {detail ? <span className="text-xs text-faint">{detail}</span> : null}
      </dd>
    </div>
  )
}
