import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { useTranslation } from 'react-i18next'
import type { ConversionCurve as Curve, CurvePoint } from '~/domain/insight/survival'
import type { BoardFormat } from '../board-format'
import { ConversionCurveTable } from './conversion-curve-table'

const WIDTH = 100
const HEIGHT = 100
/** The minimum of the vertical axis, and the steps in which it grows. */
const TWENTIETH = 20

/** The share converted by each day after the start, with its confidence band; a table has the same numbers. */
export function ConversionCurveChart({
  curve,
  days,
  format,
}: {
  curve: Curve
  /** Length of the window. */
  days: number
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const last = curve.points.at(-1)
  if (!last || last.day === 0) return null
  const top = Math.min(1, Math.max(1, Math.ceil(topOf(curve.points) * TWENTIETH)) / TWENTIETH)
  return (
    <figure className="grid min-w-0 gap-1.5">
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-xs text-faint tabular-nums">
        <span>{t('conversion.curve')}</span>
        <span>{t('conversion.band')}</span>
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <p aria-hidden="true" className="flex flex-col justify-between text-xs text-faint tabular-nums">
          <span>{format.percent(top)}</span>
          <span>{format.percent(0)}</span>
        </p>
        <Drawing
          points={curve.points}
          days={days}
          top={top}
          label={t('conversion.curveLabel', {
            count: last.day,
            share: format.percent(last.share),
            low: format.percent(last.low),
            high: format.percent(last.high),
          })}
        />
        <span />
        <p className="flex justify-between text-xs text-faint tabular-nums">
          <span>{t('conversion.start')}</span>
          <span>{t('conversion.dayOf', { count: days })}</span>
        </p>
      </div>
      {curve.whole ? null : (
        <p className="text-xs text-muted">
          {t('conversion.cut', { count: days, day: format.number(last.day) })}
        </p>
      )}
      <ConversionCurveTable points={curve.points} format={format} />
    </figure>
  )
}

/** The curve with its band, limited to twice the height of the curve. */
const topOf = (points: readonly CurvePoint[]): number => {
  const share = Math.max(...points.map((point) => point.share))
  const high = points.at(-1)?.high ?? 0
  return Math.max(share * 1.1, Math.min(high, Math.max(0.2, share * 3)))
}

function Drawing({
  points,
  days,
  top,
  label,
}: {
  points: readonly CurvePoint[]
  days: number
  top: number
  label: string
}) {
  const x = scaleLinear([0, days], [0, WIDTH])
  const y = scaleLinear([0, top], [HEIGHT, 0]).clamp(true)
  const band = area<CurvePoint>(
    ({ day }) => x(day),
    ({ low }) => y(low),
    ({ high }) => y(high),
  ).curve(curveStepAfter)
  const stroke = line<CurvePoint>(
    ({ day }) => x(day),
    ({ share }) => y(share),
  ).curve(curveStepAfter)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-40 w-full border-b border-l border-line"
    >
      <line
        x2={WIDTH}
        y1={HEIGHT / 2}
        y2={HEIGHT / 2}
        className="stroke-line"
        vectorEffect="non-scaling-stroke"
      />
      <path d={band(points) ?? ''} className="fill-accent" fillOpacity={0.16} />
      <path
        d={stroke(points) ?? ''}
        fill="none"
        className="stroke-accent"
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
