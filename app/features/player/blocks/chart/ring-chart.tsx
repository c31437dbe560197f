import type { ChartView } from '~/domain/demo/screen/blocks/chart'
import { figureOf, ringArcs } from './chart-scale'
import { fillOf, strokeOf } from './series-colours'

/** Shares of a whole, with the first series' figures written beside the ring. */
export function RingChart({ block }: { block: ChartView }) {
  const arcs = ringArcs(block.marks.map((mark) => figureOf(mark.values[0]?.value)))
  return (
    <div className="flex flex-wrap items-center gap-6">
      <svg viewBox="0 0 100 100" className="size-32 -rotate-90" aria-hidden="true">
        <circle cx="50" cy="50" r="38" fill="none" strokeWidth="16" className="stroke-sunken" />
        {arcs.map((arc, index) => (
          <circle
            key={index}
            cx="50"
            cy="50"
            r="38"
            fill="none"
            strokeWidth="16"
            pathLength="100"
            strokeDasharray={`${arc.share * 100} ${100 - arc.share * 100}`}
            strokeDashoffset={-arc.start * 100}
            className={strokeOf(index)}
          />
        ))}
      </svg>
      <dl className="grid min-w-40 flex-1 gap-2 text-sm">
        {block.marks.map((mark, index) => (
          <div key={mark.label} className="flex items-center gap-2">
            <svg viewBox="0 0 8 8" className="size-2" aria-hidden="true">
              <rect width="8" height="8" rx="2" className={fillOf(index)} />
            </svg>
            <dt className="mr-auto">{mark.label}</dt>
            <dd className="tabular-nums">{mark.values[0]?.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
