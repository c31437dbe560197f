import type { Elements } from './elements'

/** A part of a page under its title. */
export function TitledPart({ title, children }: { title: string; children: Elements }) {
  return (
    <section className="grid gap-3" aria-label={title}>
      <h2 className="text-title">{title}</h2>
      {children}
    </section>
  )
}
