import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import type { TrendStep } from '~/domain/insight/trend'

const WIDTH = 100
const HEIGHT = 24

/** The number of trials over the period, without axes. State what it shows as text beside it. */
export function Sparkline({ steps, className }: { steps: readonly TrendStep[]; className?: string }) {
  const most = Math.max(1, ...steps.map((one) => one.count))
  const x = scaleLinear([0, Math.max(1, steps.length - 1)], [0, WIDTH])
  const y = scaleLinear([0, most], [HEIGHT - 1, 2])
  const stroke = line<TrendStep>(
    (_, index) => x(index),
    (one) => y(one.count),
  ).curve(curveMonotoneX)
  const fill = area<TrendStep>(
    (_, index) => x(index),
    HEIGHT,
    (one) => y(one.count),
  ).curve(curveMonotoneX)
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={className ?? 'block h-6 w-full'}
    >
      <path d={fill(steps) ?? ''} className="fill-accent" fillOpacity={0.1} />
      <path
        d={stroke(steps) ?? ''}
        fill="none"
        className="stroke-accent"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
