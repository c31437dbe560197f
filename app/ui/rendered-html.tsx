import type { ComponentType } from 'react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { classNames } from './class-names'
import './rendered-html.css'

/** Components that can be hydrated inside rendered text, by the name of their placeholders. */
export type Registry = Record<string, ComponentType<Record<string, unknown>>>

interface Mount {
  place: Element
  Component: Registry[string]
  props: Record<string, unknown>
}

const NONE: Registry = {}

function readProps(place: Element): Record<string, unknown> {
  const parsed: unknown = JSON.parse(place.getAttribute('data-props') ?? '{}')
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
}

/**
 * Vetted text, rendered when it was published. `registry` hydrates its placeholders; unknown ones, and readers without
 * JavaScript, see the placeholder's content.
 */
export function RenderedHtml({
  html,
  registry = NONE,
  className,
}: {
  html: string
  registry?: Registry
  className?: string
}) {
  const root = useRef<HTMLDivElement>(null)
  const [mounts, setMounts] = useState<Mount[]>([])
  useEffect(() => {
    const places = [...(root.current?.querySelectorAll('[data-foyer-component]') ?? [])]
    setMounts(
      places.flatMap((place) => {
        const Component = registry[place.getAttribute('data-foyer-component') ?? '']
        if (!Component) return []
        place.replaceChildren()
        return [{ place, Component, props: readProps(place) }]
      }),
    )
  }, [html, registry])
  return (
    <>
      {/* The one place that shows vetted HTML: see app/domain/content/vetting. */}
      {/* eslint-disable no-restricted-syntax */}
      <div
        ref={root}
        className={classNames('prose rendered', className)}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {/* eslint-enable no-restricted-syntax */}
      {mounts.map(({ place, Component, props }, index) =>
        Component ? createPortal(<Component {...props} />, place, String(index)) : null,
      )}
    </>
  )
}
