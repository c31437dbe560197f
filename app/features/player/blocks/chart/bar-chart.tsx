import type { ChartView, MarkView } from '~/domain/demo/screen/blocks/chart'
import { figureOf } from './chart-scale'
import { fillOf } from './series-colours'

/** Horizontal bars with labels and figures as text, readable at any width. */
export function BarChart({ block }: { block: ChartView }) {
  const figures = block.marks.flatMap((mark) => mark.values.map((view) => figureOf(view.value)))
  const top = Math.max(...figures, 0) || 1
  return (
    <ul className="grid gap-4 text-sm">
      {block.marks.map((mark) => (
        <li key={mark.label}>
          <Mark mark={mark} series={block.series} top={top} />
        </li>
      ))}
    </ul>
  )
}

function Mark({ mark, series, top }: { mark: MarkView; series: string[]; top: number }) {
  const alone = series.length === 1
  return (
    <>
      {alone ? null : <p className="mb-1 font-medium">{mark.label}</p>}
      <dl className="grid gap-1.5">
        {mark.values.map((view, index) => (
          <div key={index} className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            <dt className={alone ? '' : 'text-xs text-muted'}>{alone ? mark.label : series[index]}</dt>
            <dd className={alone ? 'tabular-nums' : 'text-xs tabular-nums'}>{view.text}</dd>
            <dd className="col-span-2" aria-hidden="true">
              <svg
                viewBox="0 0 100 6"
                preserveAspectRatio="none"
                className="h-2 w-full overflow-hidden rounded-full"
              >
                <rect width="100" height="6" className="fill-sunken" />
                <rect
                  width={(Math.max(0, figureOf(view.value)) / top) * 100}
                  height="6"
                  className={fillOf(index)}
                />
              </svg>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
