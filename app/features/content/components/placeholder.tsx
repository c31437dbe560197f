import type { ReactNode } from 'react'

/** The marks by which the page finds what it has to bring to life. The page's registry knows the component by its name. */
const COMPONENT_ATTRIBUTE = 'data-foyer-component'
const PROPS_ATTRIBUTE = 'data-props'

/** Stands where an interactive component will be. `children` is what a reader without JavaScript sees. */
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
