import type { ReactNode } from 'react'

/**
 * The attributes by which the server finds where a component belongs, whose content is known when the text is read.
 */
const COMPONENT_ATTRIBUTE = 'data-foyer-component'
const PROPS_ATTRIBUTE = 'data-props'

/** A placeholder for an interactive component. `children` is the content without JavaScript. */
export function Placeholder({
  name,
  props,
  children,
}: {
  name: string
  props: object
  children?: ReactNode
}) {
  return <div {...{ [COMPONENT_ATTRIBUTE]: name, [PROPS_ATTRIBUTE]: JSON.stringify(props) }}>{children}</div>
}

/** The same inside a sentence. */
export function InlinePlaceholder({
  name,
  props,
  children,
}: {
  name: string
  props: object
  children?: ReactNode
}) {
  return (
    <span {...{ [COMPONENT_ATTRIBUTE]: name, [PROPS_ATTRIBUTE]: JSON.stringify(props) }}>{children}</span>
  )
}
