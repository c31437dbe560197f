import { useTranslation } from 'react-i18next'
import type { FlowPart } from '~/domain/insight/path-flow/flow-set'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { NumberLink } from '../../figures/components/number-link'
import { flowHref } from '../paths-query'
import type { DrawnNode } from '../sankey-layout'
import { useTitles } from '../use-titles'
import type { PathsProps } from './paths-props'

const VISITS = ['count', 'entries', 'earlier', 'exits', 'later'] as const

/** The numbers of the diagram: of each state in each column, then of each move. */
export function SankeyTable(props: PathsProps) {
  return (
    <div className="grid gap-6">
      <StatesOfColumns {...props} />
      <Moves {...props} />
    </div>
  )
}

function StatesOfColumns({ board, format }: PathsProps) {
  const { t } = useTranslation('paths')
  const { drawing, query } = board
  const titleOf = useTitles(board)
  return (
    <DataTable label={t('diagram.states')}>
      <thead>
        <tr>
          <HeadCell numeric>{t('diagram.head.column')}</HeadCell>
          <HeadCell>{t(`diagram.head.${query.of}`)}</HeadCell>
          {VISITS.map((visit) => (
            <HeadCell key={visit} numeric>
              {t(`diagram.head.${visit}`)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {drawing.nodes.map((node) => (
          <Row key={node.key}>
            <Cell numeric>{node.column + 1}</Cell>
            <Cell className="min-w-36">{titleOf(node.state, node.members)}</Cell>
            {VISITS.map((visit) => (
              <Cell key={visit} numeric>
                <FlowNumber
                  board={board}
                  format={format}
                  count={node[visit]}
                  part={{ visit, column: node.column, at: node.place }}
                />
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function Moves({ board, format }: PathsProps) {
  const { t } = useTranslation('paths')
  const { drawing } = board
  const titleOf = useTitles(board)
  const nodeOf = (column: number, state: string | null): DrawnNode | undefined =>
    drawing.nodes.find((node) => node.column === column && node.state === state)
  return (
    <DataTable label={t('diagram.moves')}>
      <thead>
        <tr>
          <HeadCell numeric>{t('diagram.head.column')}</HeadCell>
          <HeadCell>{t('diagram.head.from')}</HeadCell>
          <HeadCell>{t('diagram.head.to')}</HeadCell>
          <HeadCell numeric>{t('diagram.head.count')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {drawing.links.map((link) => (
          <Row key={link.key}>
            <Cell numeric>{link.column + 1}</Cell>
            <Cell>{titleOf(link.from, nodeOf(link.column, link.from)?.members)}</Cell>
            <Cell>{titleOf(link.to, nodeOf(link.column + 1, link.to)?.members)}</Cell>
            <Cell numeric>
              <FlowNumber
                board={board}
                format={format}
                count={link.count}
                part={{ column: link.column, from: link.fromPlace, to: link.toPlace }}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function FlowNumber({ board, format, count, part }: PathsProps & { count: number; part: FlowPart }) {
  if (count === 0) return <span>0</span>
  return <NumberLink to={flowHref(board.demo.slug, board.query, part)}>{format.number(count)}</NumberLink>
}
