import { useId } from 'react'
import { classNames } from '~/ui/class-names'

export interface ChartValue {
  key: string
  /** What the column shows: `Nov 3: 12 trials`. */
  text: string
}

/**
 * The values of a chart, laid over its columns: shown when a column is pointed at or touched, and by the arrow keys. A group
 * of radio buttons is one stop of the keyboard and needs no script.
 */
export function ChartValues({ label, values }: { label: string; values: readonly ChartValue[] }) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className="absolute inset-0 flex print:hidden">
      {values.map(({ key, text }, index) => (
        <label key={key} className="group relative h-full flex-1 hover:bg-ink/5 has-focus:bg-ink/10">
          <input
            type="radio"
            name={name}
            aria-label={text}
            className="peer absolute inset-0 size-full appearance-none outline-offset-0"
          />
          <span
            aria-hidden="true"
            className={classNames(
              'pointer-events-none absolute bottom-full z-10 mb-1 hidden rounded-md bg-ink px-2 py-1 text-xs whitespace-nowrap text-canvas tabular-nums',
              'group-hover:block peer-focus:block',
              index < values.length / 2 ? 'left-0' : 'right-0',
            )}
          >
            {text}
          </span>
        </label>
      ))}
    </div>
  )
}
