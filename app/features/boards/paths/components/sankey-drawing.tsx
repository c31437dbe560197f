import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../../figures/board-format'
import { flowHref } from '../paths-query'
import type { PathsBoard } from '../paths-view'
import { NODE_WIDTH, type DrawnLink, type DrawnNode } from '../sankey-layout'
import { useTitles } from '../use-titles'
import type { PathsProps } from './paths-props'

const LETTERS = 25
/** How far the mark of trials that end at a state reaches. */
const END_WIDTH = 8

/** The diagram: bands are as wide as trials are many. Every band and state opens its trials; a table says the same. */
export function SankeyDrawing({ board, format }: PathsProps) {
  const { t } = useTranslation('paths')
  const { drawing, query } = board
  return (
    <svg
      role="group"
      aria-label={t('diagram.label', { of: t(`diagram.source.${query.of}`) })}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className="block max-w-none"
    >
      {drawing.columns.map(({ column, x }) => (
        <text key={column} x={x} y="12" fontSize="11" className="fill-faint">
          {t('diagram.column', { number: column + 1 })}
        </text>
      ))}
      {drawing.links.map((link) => (
        <Band key={link.key} board={board} link={link} format={format} />
      ))}
      {drawing.nodes.map((node) => (
        <State key={node.key} board={board} node={node} format={format} />
      ))}
    </svg>
  )
}

interface BandProps {
  board: PathsBoard
  link: DrawnLink
  format: BoardFormat
}

function Band({ board, link, format }: BandProps) {
  const { t } = useTranslation('paths')
  const { demo, query, drawing } = board
  const titleOf = useTitles(board)
  const membersOf = (column: number, state: string | null) =>
    drawing.nodes.find((node) => node.column === column && node.state === state)?.members
  const label = t('diagram.move', {
    from: titleOf(link.from, membersOf(link.column, link.from)),
    to: titleOf(link.to, membersOf(link.column + 1, link.to)),
    count: link.count,
    number: format.number(link.count),
  })
  const part = { column: link.column, from: link.fromPlace, to: link.toPlace }
  return (
    <Link to={flowHref(demo.slug, query, part)} aria-label={label} className="group">
      <title>{label}</title>
      <path
        d={link.d}
        fill="none"
        strokeWidth={link.width}
        strokeOpacity={0.28}
        className={classNames(
          link.from === null || link.to === null ? 'stroke-faint' : 'stroke-accent',
          'group-hover:[stroke-opacity:0.5] group-focus-visible:[stroke-opacity:0.7]',
        )}
      />
    </Link>
  )
}

function State({ board, node, format }: { board: PathsBoard; node: DrawnNode; format: BoardFormat }) {
  const { t } = useTranslation('paths')
  const { demo, query } = board
  const title = useTitles(board)(node.state, node.members)
  const number = format.number(node.count)
  const label = t('diagram.at', { at: title, count: node.count, number })
  const { x, y, height } = node
  return (
    <>
      <EndMark node={node} />
      <Link
        to={flowHref(demo.slug, query, { visit: 'count', column: node.column, at: node.place })}
        aria-label={label}
        className="group"
      >
        <title>{label}</title>
        <rect
          x={x}
          y={y}
          width={NODE_WIDTH}
          height={height}
          rx="2"
          className={classNames(node.state === null ? 'fill-faint' : 'fill-accent', 'group-hover:fill-ink')}
        />
        <text x={x + NODE_WIDTH + 6} y={y + 13} fontSize="12.5" className="fill-ink group-hover:underline">
          <tspan fontWeight="550">{shorten(title)}</tspan>
          <tspan x={x + NODE_WIDTH + 6} dy="15" fontSize="11.5" className="fill-muted tabular-nums">
            {number}
          </tspan>
          {node.exits > 0 ? (
            <tspan fontSize="11.5" className="fill-bad tabular-nums">
              {` · ${t('diagram.ends', { number: format.number(node.exits) })}`}
            </tspan>
          ) : null}
        </text>
      </Link>
    </>
  )
}

/** The part of a state's trials that end there, at the foot of its bar. */
function EndMark({ node: { x, y, height, exits, later, count } }: { node: DrawnNode }) {
  const part = (of: number) => (of / Math.max(1, count)) * height
  return (
    <g aria-hidden="true">
      <rect
        x={x + NODE_WIDTH}
        y={y + height - part(exits)}
        width={END_WIDTH}
        height={part(exits)}
        className="fill-bad"
        fillOpacity={0.35}
      />
      <rect
        x={x + NODE_WIDTH}
        y={y + height - part(exits) - part(later)}
        width={END_WIDTH}
        height={part(later)}
        className="fill-accent"
        fillOpacity={0.35}
      />
    </g>
  )
}

const shorten = (title: string): string =>
  title.length > LETTERS ? `${title.slice(0, LETTERS - 1).trimEnd()}…` : title
