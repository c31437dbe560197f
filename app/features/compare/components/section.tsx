import { useId } from 'react'
import type { Elements } from '~/ui/elements'

/** A part of the page, named by its heading. */
export function Section({ title, lead, children }: { title: string; lead?: string; children: Elements }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-6">
      <div className="grid gap-1">
        <h2 id={id} className="text-headline">
          {title}
        </h2>
        {lead ? <p className="max-w-2xl text-muted">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}
