import type { ReactNode } from 'react'
import { useId } from 'react'
import type { Elements } from '~/ui/elements'

/** A section of a board: its title, the definition of what it counts, and the figures. */
export function BoardSection({
  title,
  definition,
  children,
}: {
  title: ReactNode
  definition?: ReactNode
  children: Elements
}) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="grid min-w-0 grid-cols-1 content-start gap-5 print:gap-2">
      <header className="grid gap-1">
        <h2 id={headingId} className="text-title">
          {title}
        </h2>
        {definition ? <p className="max-w-2xl text-sm text-muted">{definition}</p> : null}
      </header>
      {children}
    </section>
  )
}
