import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

/** A popover with a short text or choice. Opens at its trigger; Escape or a press elsewhere closes it. */
export function Popover({
  trigger,
  align = 'center',
  children,
}: {
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 grid max-w-80 gap-3 rounded-xl bg-raised p-4 text-sm leading-relaxed shadow-float ring-1 ring-line outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
