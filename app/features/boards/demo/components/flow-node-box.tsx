import { Link } from '@remix-run/react'
import { scaleSqrt } from 'd3-scale'
import { useTranslation } from 'react-i18next'
import type { Proportion } from '~/domain/insight/proportion'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../../figures/board-format'
import type { PlacedNode } from '../flow-chart'
import { wrapTitle } from '../wrap-title'

const LETTERS_A_LINE = 23
const PADDING = 12
/** The round end of a final state takes some of the room beside its numbers. */
const FINAL_PADDING = 20
/** The shade of a state by its drop-off rate, limited so that text stays readable. */
const shadeOf = scaleSqrt([0, 1], [0, 0.5]).clamp(true)

interface FlowNodeBoxProps {
  node: PlacedNode
  /** Of a state that is ideal on some plans alone. */
  dashes: string | undefined
  to: string
  format: BoardFormat
}

/** One state of the chart: its name, how many entered, and how many dropped off. */
export function FlowNodeBox({ node, dashes, to, format }: FlowNodeBoxProps) {
  const { t } = useTranslation('boards')
  const entered = t('flow.entered', { count: node.entered })
  const left = useLeftWords(node.dropOff, format)
  const content = (
    <>
      <title>{node.title}</title>
      <NodeShape node={node} dashes={dashes} />
      <NodeTitle node={node} />
      <NodeNumbers node={node} entered={entered} left={left} />
    </>
  )
  if (node.entered === 0) return <g>{content}</g>
  return (
    <Link
      to={to}
      aria-label={[`${node.title}: ${entered}`, left].filter(Boolean).join(', ')}
      className="group"
    >
      {content}
    </Link>
  )
}

/** The drop-off, as a share if there are enough trials; null when there is none. */
function useLeftWords(dropOff: Proportion | null, format: BoardFormat): string | null {
  const { t } = useTranslation('boards')
  if (!dropOff || dropOff.numerator === 0) return null
  if (!dropOff.enough) return t('flow.left', { count: dropOff.numerator })
  return t('flow.leftShare', { share: format.percent(dropOff.share ?? 0) })
}

function NodeShape({ node, dashes }: Pick<FlowNodeBoxProps, 'node' | 'dashes'>) {
  const { x, y, width, height, ending, entered, dropOff } = node
  const ideal = node.ideal.length > 0
  const box = { x, y, width, height, rx: ending ? height / 2 : 8 }
  return (
    <>
      <rect {...box} className="fill-surface" />
      <rect {...box} className="fill-bad" fillOpacity={shadeOf(dropOff?.share ?? 0)} />
      <rect
        {...box}
        fill="none"
        strokeWidth={ideal ? 1.75 : 1}
        strokeDasharray={ideal ? dashes : entered === 0 ? '3 4' : undefined}
        className={classNames(ideal ? 'stroke-accent' : 'stroke-line-strong', 'group-hover:stroke-ink')}
      />
    </>
  )
}

function NodeTitle({ node }: { node: PlacedNode }) {
  const lines = wrapTitle(node.title, LETTERS_A_LINE)
  const first = node.y + (lines.length === 1 ? 26 : 20)
  return (
    <text
      fontSize="13"
      fontWeight="550"
      textAnchor="middle"
      className={node.entered === 0 ? 'fill-muted' : 'fill-ink'}
    >
      {lines.map((line, index) => (
        <tspan key={index} x={node.x + node.width / 2} y={first + index * 16}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function NodeNumbers({ node, entered, left }: { node: PlacedNode; entered: string; left: string | null }) {
  const { x, y, width, height, ending } = node
  const padding = ending ? FINAL_PADDING : PADDING
  return (
    <text fontSize="11" className="tabular-nums" y={y + height - 10}>
      <tspan
        x={left === null ? x + width / 2 : x + padding}
        textAnchor={left === null ? 'middle' : 'start'}
        className="fill-muted"
      >
        {entered}
      </tspan>
      {left === null ? null : (
        <tspan x={x + width - padding} textAnchor="end" className="fill-bad">
          {left}
        </tspan>
      )}
    </text>
  )
}
