import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface PopoverProps {
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  /** Names the popover for screen readers; without it, its text does. */
  label?: string
  /** Told when it opens and closes. */
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

/** A popover with a short text or choice. Opens at its trigger; Escape or a press elsewhere closes it. */
export function Popover({ trigger, align = 'center', label, onOpenChange, children }: PopoverProps) {
  return (
    <Radix.Root {...(onOpenChange && { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className="z-50 grid max-w-80 gap-3 rounded-xl bg-raised p-4 text-sm leading-relaxed shadow-float ring-1 ring-line outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** A button in a popover that closes it. */
export const PopoverClose = Radix.Close
