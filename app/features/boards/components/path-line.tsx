import { ChevronRight } from 'lucide-react'
import { classNames } from '~/ui/class-names'

/** States one after another. Those that the ideal path does not need are marked by a dotted underline and by `aside`. */
export function PathLine({
  states,
  titles,
  ideal,
  aside,
}: {
  states: readonly string[]
  titles: Record<string, string>
  /** Absent for a path that is ideal itself. */
  ideal?: readonly string[] | undefined
  /** What a screen reader says of a state beyond the ideal path. */
  aside?: string
}) {
  return (
    <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-sm">
      {states.map((state, index) => {
        const beyond = ideal !== undefined && !ideal.includes(state)
        return (
          <li key={index} className="flex items-center gap-1">
            {index > 0 ? <ChevronRight aria-hidden="true" className="size-3 shrink-0 text-faint" /> : null}
            <span
              className={classNames(
                beyond && 'text-warn underline decoration-dotted underline-offset-4',
                !ideal && 'text-accent',
              )}
            >
              {titles[state] ?? state}
              {beyond && aside ? <span className="sr-only"> ({aside})</span> : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
