import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { useOpener } from './use-opener'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  /** The label of the close button, for screen readers. */
  closeLabel: string
  size?: 'small' | 'medium' | 'large'
  children: ReactNode
  footer?: ReactNode
}

const SIZES = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-5xl' } as const

/** A notice above the dialog can be used without closing it. */
function keepForNotices(event: { target: EventTarget | null; preventDefault: () => void }): void {
  if (event.target instanceof Element && event.target.closest('[data-above-dialogs]')) event.preventDefault()
}

/** A modal dialog. Focus stays inside and returns to where it was; Escape closes it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  size = 'small',
  children,
  footer,
}: DialogProps) {
  const opener = useOpener(open)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Radix.Content
          onInteractOutside={keepForNotices}
          onCloseAutoFocus={() => opener?.isConnected && opener.focus()}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classNames(
            'fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[90dvh] w-full flex-col rounded-t-2xl bg-raised shadow-float',
            'sm:inset-x-4 sm:top-[12dvh] sm:bottom-auto sm:max-h-[76dvh] sm:w-auto sm:rounded-2xl',
            SIZES[size],
          )}
        >
          <header className="flex items-start gap-4 px-6 pt-5 pb-3">
            <div className="grid flex-1 gap-1">
              <Radix.Title className="text-title">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="text-sm text-muted">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close
              aria-label={closeLabel}
              className="-mr-2 grid size-9 place-items-center rounded-md text-faint hover:bg-sunken hover:text-ink pointer-coarse:size-11"
            >
              <X className="size-4" aria-hidden="true" />
            </Radix.Close>
          </header>
          <div className="overflow-y-auto px-6 pb-5">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4">
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
