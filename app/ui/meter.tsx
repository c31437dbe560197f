import { classNames } from './class-names'

/** A share of a whole as a thin bar. `value` is 0 to 1. Also state the figure as text beside it or in `label`. */
export function Meter({
  value,
  label,
  className,
  barClassName = 'fill-accent',
}: {
  value: number
  label: string
  className?: string
  barClassName?: string
}) {
  const share = Math.min(1, Math.max(0, value))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={classNames('block h-1 w-full overflow-hidden rounded-full', className)}
    >
      <rect width="100" height="4" className="fill-line" />
      <rect width={share * 100} height="4" className={barClassName} />
    </svg>
  )
}
