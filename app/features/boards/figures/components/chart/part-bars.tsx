import { scaleBand, scaleLinear } from 'd3-scale'

/** A part of a whole in one column, both counted from zero. */
export interface PartBar {
  key: string
  part: number
  whole: number
  /** Its time is not over. */
  isOpen: boolean
}

const WIDTH = 600
const HEIGHT = 100

/** Columns from zero: the whole as an outline, the part filled. The same numbers must stand beside it as text or table. */
export function PartBars({ bars, most }: { bars: readonly PartBar[]; most: number }) {
  const x = scaleBand(
    bars.map(({ key }) => key),
    [0, WIDTH],
  ).paddingInner(0.2)
  const y = scaleLinear([0, Math.max(1, most)], [HEIGHT, 1])
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block size-full"
    >
      {bars.map(({ key, part, whole, isOpen }) => {
        const place = { x: x(key), width: x.bandwidth() }
        return (
          <g key={key}>
            <rect
              {...place}
              y={y(whole)}
              height={HEIGHT - y(whole)}
              className="fill-line stroke-faint"
              strokeDasharray={isOpen ? '3 3' : undefined}
              strokeOpacity={isOpen ? 1 : 0}
              vectorEffect="non-scaling-stroke"
            />
            <rect
              {...place}
              y={y(part)}
              height={HEIGHT - y(part)}
              className="fill-accent"
              fillOpacity={isOpen ? 0.5 : 1}
            />
          </g>
        )
      })}
    </svg>
  )
}
