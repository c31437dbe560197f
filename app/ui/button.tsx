import type { ButtonHTMLAttributes } from 'react'
import { forwardRef } from 'react'
import { classNames } from './class-names'
import type { Elements } from './elements'
import { Spinner } from './spinner'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'bg-surface text-ink ring-1 ring-inset ring-line-strong hover:bg-sunken',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  danger: 'bg-surface text-bad ring-1 ring-inset ring-line-strong hover:bg-bad-soft hover:ring-bad',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-8 gap-1.5 rounded-md px-2.5 text-sm',
  medium: 'min-h-10 gap-2 rounded-lg px-4 text-sm',
  large: 'min-h-12 gap-2 rounded-lg px-6 text-base',
}

/** The style of a button, for other elements such as links. */
export function buttonClass(
  tone: ButtonTone = 'secondary',
  size: ButtonSize = 'medium',
  extra?: string,
): string {
  return classNames(
    'inline-flex items-center justify-center font-medium whitespace-nowrap transition-colors select-none',
    'disabled:opacity-50 aria-disabled:opacity-50 pointer-coarse:min-h-11',
    TONES[tone],
    SIZES[size],
    extra,
  )
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone
  size?: ButtonSize
  icon?: Elements
  /** Shows that work is in progress; further presses do nothing. */
  busy?: boolean
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { tone, size, icon, busy = false, className, children, type = 'button', onClick, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      aria-busy={busy || undefined}
      className={buttonClass(tone, size, className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      <span className="contents">{children}</span>
    </button>
  )
})
