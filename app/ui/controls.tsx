import { ChevronDown } from 'lucide-react'
import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { forwardRef } from 'react'
import { classNames } from './class-names'

const CONTROL =
  'w-full rounded-lg bg-surface px-3 text-base sm:text-sm text-ink ring-1 ring-inset ring-line-strong transition-shadow ' +
  'placeholder:text-faint hover:ring-faint focus:outline-none focus-visible:ring-2 focus-visible:ring-accent ' +
  'aria-invalid:ring-bad disabled:bg-sunken disabled:text-muted'

export const TextInput = forwardRef<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>(
  function TextInput({ className, type = 'text', ...rest }, ref) {
    return <input ref={ref} type={type} className={classNames(CONTROL, 'min-h-10', className)} {...rest} />
  },
)

export const TextArea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function TextArea({ className, rows = 4, ...rest }, ref) {
    return <textarea ref={ref} rows={rows} className={classNames(CONTROL, 'py-2', className)} {...rest} />
  },
)

/** The native select: it works by keyboard, on a phone and without JavaScript. */
export const SelectInput = forwardRef<HTMLSelectElement, SelectHTMLAttributes<HTMLSelectElement>>(
  function SelectInput({ className, children, ...rest }, ref) {
    return (
      <span className={classNames('relative block', className)}>
        <select ref={ref} className={classNames(CONTROL, 'min-h-10 appearance-none pr-9')} {...rest}>
          {children}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-faint"
        />
      </span>
    )
  },
)

/** A checkbox; pass its text as children of the surrounding label. */
export const CheckboxInput = forwardRef<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>(
  function CheckboxInput({ className, ...rest }, ref) {
    return (
      <input
        ref={ref}
        type="checkbox"
        className={classNames('size-4 shrink-0 accent-accent', className)}
        {...rest}
      />
    )
  },
)
