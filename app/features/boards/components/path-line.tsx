import { ChevronRight } from 'lucide-react'
import { classNames } from '~/ui/class-names'

/** States one after another. Those beyond the ideal path have a dotted underline, and `aside` for screen readers. */
export function PathLine({
  states,
  titles,
  beyond,
  aside,
}: {
  states: readonly string[]
  titles: Record<string, string>
  /** Which of the states are beyond the ideal path; absent for a path that is ideal itself. */
  beyond?: readonly boolean[]
  /** What a screen reader says of a state beyond the ideal path. */
  aside?: string
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
                !beyond && 'text-accent',
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
