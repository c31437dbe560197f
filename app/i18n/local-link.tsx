import { Link } from '@remix-run/react'
import type { LinkProps } from '@remix-run/react'
import { useLocalPath } from './use-local-path'

/** A link to a page of the center, in the language shown. */
export function LocalLink({ to, children, ...rest }: LinkProps & { to: string }) {
  const localize = useLocalPath()
  return (
    <Link to={localize(to)} {...rest}>
      {children}
    </Link>
  )
}
