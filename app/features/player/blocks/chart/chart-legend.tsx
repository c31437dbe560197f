import { fillOf } from './series-colours'

/** The legend: the colour of each series. */
export function ChartLegend({ series }: { series: string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {series.map((label, index) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg viewBox="0 0 8 8" className="size-2" aria-hidden="true">
            <rect width="8" height="8" rx="2" className={fillOf(index)} />
          </svg>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  )
}
