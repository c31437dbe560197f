import type { ChartView } from '~/domain/demo/blocks/chart'
import { figureOf } from './chart-scale'
import { fillOf } from './series-colours'

/** Bars from left to right with their words and figures as text, so that it reads at any width. */
export function BarChart({ block }: { block: ChartView }) {
  const all = block.marks.flatMap((mark) => mark.values.map((view) => figureOf(view.value)))
  const top = Math.max(...all, 0) || 1
  return (
    <dl className="grid gap-3 text-sm">
      {block.marks.map((mark) => (
        <div key={mark.label} className="grid gap-1">
          {mark.values.map((view, series) => (
            <div key={series} className="grid gap-1">
              <div className="flex justify-between gap-4">
                <dt className={series === 0 ? '' : 'text-xs text-muted'}>
                  {series === 0 ? mark.label : block.series[series]}
                </dt>
                <dd className="tabular-nums">{view.text}</dd>
              </div>
              <svg
                viewBox="0 0 100 6"
                preserveAspectRatio="none"
                className="h-2 w-full overflow-hidden rounded-full"
                aria-hidden="true"
              >
                <rect width="100" height="6" className="fill-sunken" />
                <rect
                  width={(Math.max(0, figureOf(view.value)) / top) * 100}
                  height="6"
                  className={fillOf(series)}
                />
              </svg>
            </div>
          ))}
        </div>
      ))}
    </dl>
  )
}
