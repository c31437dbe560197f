import type { LinkProps } from '@remix-run/react'
import { LocalLink } from '~/i18n/local-link'
import type { ButtonSize, ButtonTone } from './button'
import { buttonClass } from './button'
import type { Elements } from './elements'

interface LinkButtonProps extends LinkProps {
  to: string
  tone?: ButtonTone
  size?: ButtonSize
  icon?: Elements
}

/** A link styled as a button, for the next step. */
export function LinkButton({ tone, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <LocalLink className={buttonClass(tone, size, className)} {...rest}>
      {icon}
      <span className="contents">{children}</span>
    </LocalLink>
  )
}
