import { Link } from '@remix-run/react'
import { scaleSqrt } from 'd3-scale'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../../figures/board-format'
import type { PlacedEdge } from '../flow-chart'

/** Width of a step by the share of all trials that took it. */
const widthOf = scaleSqrt([0, 1], [1.25, 7]).clamp(true)

/** One step of the chart. Its label is the share of the trials at its source state that took it. */
export function FlowStep({
  edge,
  name,
  dashes,
  started,
  to,
  markerId,
  format,
}: {
  edge: PlacedEdge
  /** Which step it is, by the titles of its states. */
  name: string
  /** Of a step that is ideal on some plans alone. */
  dashes: string | undefined
  started: number
  to: string
  markerId: string
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const { taken } = edge
  const ideal = edge.ideal.length > 0
  const line = (
    <path
      d={edge.d}
      fill="none"
      strokeWidth={taken ? widthOf(taken.numerator / Math.max(1, started)) : 1}
      strokeDasharray={ideal ? dashes : taken ? undefined : '3 4'}
      className={classNames(ideal ? 'stroke-accent' : taken ? 'stroke-faint' : 'stroke-line-strong')}
      strokeOpacity={ideal || !taken ? 1 : 0.55}
      markerEnd={`url(#${markerId})`}
    />
  )
  if (!taken) return line
  const share =
    taken.enough && taken.share !== null ? format.percent(taken.share) : format.number(taken.numerator)
  const title = t('flow.step', {
    part: format.number(taken.numerator),
    all: format.number(taken.denominator),
  })
  return (
    <>
      {line}
      <Link to={to} aria-label={`${name}: ${title}`} className="group">
        <title>{`${name}: ${title}`}</title>
        <rect
          x={edge.labelX - 20}
          y={edge.labelY - 9}
          width="40"
          height="18"
          rx="9"
          className="fill-canvas group-hover:fill-sunken"
        />
        <text
          x={edge.labelX}
          y={edge.labelY}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize="11"
          className={classNames('tabular-nums', ideal ? 'fill-accent' : 'fill-muted')}
        >
          {share}
        </text>
      </Link>
    </>
  )
}
