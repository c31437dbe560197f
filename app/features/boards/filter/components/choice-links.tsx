import { Link } from '@remix-run/react'
import { classNames } from '~/ui/class-names'

export interface ChoiceLink {
  key: string
  label: string
  to: string
  current: boolean
}

/** A few ways to look at the same, side by side. */
export function ChoiceLinks({ label, choices }: { label: string; choices: readonly ChoiceLink[] }) {
  return (
    <nav aria-label={label} className="flex w-fit flex-wrap rounded-lg bg-sunken p-0.5">
      {choices.map(({ key, label: name, to, current }) => (
        <Link
          key={key}
          to={to}
          aria-current={current ? 'true' : undefined}
          preventScrollReset
          className={classNames(
            'flex min-h-8 items-center rounded-md px-3 text-sm whitespace-nowrap pointer-coarse:min-h-10',
            current ? 'bg-surface font-medium text-ink shadow-xs' : 'text-muted hover:text-ink',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
