import { scaleBand, scaleLinear } from 'd3-scale'
import type { TrendStep } from '~/domain/insight/trend'

const WIDTH = 600
const HEIGHT = 100

export interface TrendBarsProps {
  steps: readonly TrendStep[]
  /** The last step is not over: it is drawn hollow. */
  isOpen?: boolean
  /** The steps that came before, one for each: a line across their bars. */
  before?: readonly TrendStep[] | null
  className?: string
}

/** The largest count that is drawn; the scale begins at 0. */
export const highestOf = (steps: readonly TrendStep[], before: readonly TrendStep[] | null = null): number =>
  Math.max(1, ...[...steps, ...(before ?? [])].map(({ count }) => count))

/** Counts as bars from 0. The same numbers must stand beside it as text or table. */
export function TrendBars({ steps, isOpen = false, before = null, className }: TrendBarsProps) {
  const x = scaleBand([...steps.keys()], [0, WIDTH]).paddingInner(0.25)
  const y = scaleLinear([0, highestOf(steps, before)], [HEIGHT, 1])
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={className ?? 'block h-6 w-full'}
    >
      {steps.map((step, index) => {
        const place = { x: x(index), width: x.bandwidth() }
        const then = before?.[index]
        const hollow = isOpen && index === steps.length - 1
        return (
          <g key={step.first}>
            <rect
              {...place}
              y={y(step.count)}
              height={HEIGHT - y(step.count)}
              className="fill-accent stroke-accent"
              fillOpacity={hollow ? 0.2 : 0.75}
              strokeOpacity={hollow ? 1 : 0}
              vectorEffect="non-scaling-stroke"
            />
            {then ? <rect {...place} y={y(then.count) - 1} height={2} className="fill-muted" /> : null}
          </g>
        )
      })}
    </svg>
  )
}
