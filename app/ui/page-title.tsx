import type { ReactNode } from 'react'
import type { Elements } from './elements'

/** The large h1 of a public page, with an introduction of a sentence or two. */
export function PageTitle({
  eyebrow,
  title,
  lead,
  children,
}: {
  eyebrow?: ReactNode
  title: ReactNode
  lead?: ReactNode
  children?: Elements
}) {
  return (
    <header className="grid content-start gap-4">
      {eyebrow ? <p className="text-sm text-muted">{eyebrow}</p> : null}
      <h1 className="text-[2.25rem] leading-[1.08] font-semibold tracking-[-0.028em] sm:text-display">
        {title}
      </h1>
      {lead ? <p className="max-w-2xl text-lg text-muted">{lead}</p> : null}
      {children}
    </header>
  )
}
