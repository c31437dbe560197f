import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Content that is wider than its place and scrolls sideways inside it, by keyboard as well. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // A scrolling region must take focus, or the keyboard cannot scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-label={label} tabIndex={0} className={classNames('overflow-x-auto', className)}>
      {children}
    </div>
  )
}
