import { ChevronRight } from 'lucide-react'
import { classNames } from '~/ui/class-names'

/** A sequence of states. Those reached by a detour have a dotted underline, and `aside` for screen readers. */
export function PathLine({
  states,
  titles,
  beyond,
  aside,
  ideal = false,
}: {
  states: readonly string[]
  titles: Record<string, string>
  /** Which of the states were reached by a detour. */
  beyond?: readonly boolean[]
  /** The text for such a state for screen readers. */
  aside?: string
  /** Draws it as the ideal path. */
  ideal?: boolean
}) {
  return (
    <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-sm">
      {states.map((state, index) => {
        const marked = beyond?.[index] ?? false
        return (
          <li key={index} className="flex items-center gap-1">
            {index > 0 ? <ChevronRight aria-hidden="true" className="size-3 shrink-0 text-faint" /> : null}
            <span
              className={classNames(
                marked && 'text-warn underline decoration-dotted underline-offset-4',
                ideal && 'text-accent',
              )}
            >
              <span>{titles[state] ?? state}</span>
              {marked && aside ? <span className="sr-only">{` (${aside})`}</span> : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
