import { useId } from 'react'
import { LocalLink } from '~/i18n/local-link'
import { classNames } from '~/ui/class-names'

export interface ChoiceOption {
  id: string
  label: string
  href: string
  current: boolean
}

/**
 * One question with its answers as links: the choice is in the URL, so it works without JavaScript and can be shared.
 */
export function Choices({ question, choices }: { question: string; choices: ChoiceOption[] }) {
  const id = useId()
  return (
    <div className="grid gap-2 sm:grid-cols-[9rem_1fr] sm:items-start">
      <p id={id} className="text-sm text-muted sm:pt-2">
        {question}
      </p>
      <ul aria-labelledby={id} className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice.id}>
            <LocalLink
              to={choice.href}
              preventScrollReset
              data-stay={choice.href}
              aria-current={choice.current ? 'true' : undefined}
              className={classNames(
                'inline-flex min-h-9 items-center rounded-full px-3.5 text-sm font-medium transition-colors pointer-coarse:min-h-11',
                choice.current
                  ? 'bg-ink text-canvas'
                  : 'text-ink ring-1 ring-line-strong ring-inset hover:bg-sunken',
              )}
            >
              {choice.label}
            </LocalLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
