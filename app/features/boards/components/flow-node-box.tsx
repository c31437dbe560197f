import { Link } from '@remix-run/react'
import { scaleSqrt } from 'd3-scale'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../board-format'
import type { PlacedNode } from '../flow-chart'
import { wrapTitle } from '../wrap-title'

const LETTERS_A_LINE = 23
const PADDING = 12
/** Shade by the share that left. Even a state that loses everybody stays readable. */
const shadeOf = scaleSqrt([0, 1], [0, 0.5]).clamp(true)

/** One state of the chart: its name, how many came in, and how many left for good. */
export function FlowNodeBox({ node, to, format }: { node: PlacedNode; to: string; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { x, y, width, height, dropOff } = node
  const lines = wrapTitle(node.title, LETTERS_A_LINE)
  const left = dropOff && dropOff.numerator > 0 ? dropOff : null
  const leftText = left
    ? left.enough && left.share !== null
      ? t('flow.leftShare', { share: format.percent(left.share) })
      : t('flow.left', { count: left.numerator })
    : ''
  const box = { x, y, width, height, rx: node.ending ? height / 2 : 8 }
  const content = (
    <>
      <title>{node.title}</title>
      <rect {...box} className="fill-surface" />
      {left ? <rect {...box} className="fill-bad" fillOpacity={shadeOf(left.share ?? 0)} /> : null}
      <rect
        {...box}
        fill="none"
        strokeWidth={node.ideal ? 1.75 : 1}
        strokeDasharray={node.entered === 0 ? '3 4' : undefined}
        className={classNames(node.ideal ? 'stroke-accent' : 'stroke-line-strong', 'group-hover:stroke-ink')}
      />
      <text fontSize="13" fontWeight="550" className={node.entered === 0 ? 'fill-faint' : 'fill-ink'}>
        {lines.map((line, index) => (
          <tspan
            key={index}
            x={x + width / 2}
            y={y + (lines.length === 1 ? 26 : 20) + index * 16}
            textAnchor="middle"
          >
            {line}
          </tspan>
        ))}
      </text>
      <text fontSize="11" className="tabular-nums" y={y + height - 10}>
        <tspan
          x={left ? x + PADDING + (node.ending ? 8 : 0) : x + width / 2}
          textAnchor={left ? 'start' : 'middle'}
          className="fill-muted"
        >
          {t('flow.entered', { count: node.entered })}
        </tspan>
        {left ? (
          <tspan x={x + width - PADDING - (node.ending ? 8 : 0)} textAnchor="end" className="fill-bad">
            {leftText}
          </tspan>
        ) : null}
      </text>
    </>
  )
  if (node.entered === 0) return <g>{content}</g>
  return (
    <Link
      to={to}
      aria-label={`${node.title}: ${t('flow.entered', { count: node.entered })} ${leftText}`}
      className="group"
    >
      {content}
    </Link>
  )
}
