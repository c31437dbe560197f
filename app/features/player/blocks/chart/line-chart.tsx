import type { ChartView } from '~/domain/demo/screen/blocks/chart'
import { figureOf, linePoints, niceCeiling } from './chart-scale'
import { strokeOf } from './series-colours'

/** A line chart with one line per series. The lines scale with the panel; the text does not. */
export function LineChart({ block }: { block: ChartView }) {
  const lines = block.series.map((_, series) =>
    block.marks.map((mark) => figureOf(mark.values[series]?.value)),
  )
  const top = niceCeiling(Math.max(...lines.flat(), 0))
  const first = block.marks[0]?.label
  const last = block.marks[block.marks.length - 1]?.label
  return (
    <figure className="grid gap-2">
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="h-40 w-full overflow-visible"
        aria-hidden="true"
      >
        {[0, 50, 100].map((y) => (
          <path key={y} d={`M0 ${y}H100`} className="stroke-line" vectorEffect="non-scaling-stroke" />
        ))}
        {lines.map((values, series) => (
          <polyline
            key={series}
            points={linePoints(values, top)
              .map(({ x, y }) => `${x},${y}`)
              .join(' ')}
            fill="none"
            strokeWidth="2"
            strokeLinejoin="round"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className={strokeOf(series)}
          />
        ))}
      </svg>
      <figcaption className="flex justify-between text-xs text-muted" aria-hidden="true">
        <span>{first}</span>
        {block.marks.length > 1 ? <span>{last}</span> : null}
      </figcaption>
      <FigureTable block={block} />
    </figure>
  )
}

/** The same figures for screen readers. */
function FigureTable({ block }: { block: ChartView }) {
  return (
    <table className="sr-only">
      <thead>
        <tr>
          <td />
          {block.series.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.marks.map((mark) => (
          <tr key={mark.label}>
            <th scope="row">{mark.label}</th>
            {mark.values.map((view, series) => (
              <td key={series}>{view.text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
