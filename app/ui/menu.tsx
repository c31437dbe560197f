import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** A button that opens a menu. Pass the button as `trigger`. */
export function Menu({
  trigger,
  align = 'end',
  children,
}: {
  trigger: ReactNode
  align?: 'start' | 'end'
  children: ReactNode
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          className="z-50 min-w-44 rounded-xl bg-raised p-1 shadow-float ring-1 ring-line"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const ITEM =
  'flex min-h-9 w-full cursor-pointer items-center gap-2 rounded-lg px-2.5 text-sm outline-none select-none pointer-coarse:min-h-11 ' +
  'data-highlighted:bg-sunken data-disabled:opacity-50'

/** A menu item. With `asChild` the child is the item, such as a link or a submit button. */
export function MenuItem({
  onSelect,
  danger = false,
  asChild = false,
  disabled = false,
  children,
}: {
  onSelect?: (event: Event) => void
  danger?: boolean
  asChild?: boolean
  disabled?: boolean
  children: ReactNode
}) {
  return (
    <Radix.Item
      asChild={asChild}
      disabled={disabled}
      {...(onSelect ? { onSelect } : {})}
      className={classNames(ITEM, danger && 'text-bad')}
    >
      {children}
    </Radix.Item>
  )
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}
