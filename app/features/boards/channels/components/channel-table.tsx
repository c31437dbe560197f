import { useTranslation } from 'react-i18next'
import type { ChannelNode } from '~/domain/insight/attribution/channel-tree'
import { Cell, DataTable, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import type { ValueNames } from '../../filter/filter-fields'
import { SortHead } from '../../trials/components/sort-head'
import { channelOrderHref, isOpen, toggleHref } from '../channel-query'
import type { ChannelsBoard } from '../channels-view'
import { COLUMNS_OF, ChannelCell } from './channel-cell'
import { ChannelName } from './channel-name'

export interface ChannelTableProps {
  board: ChannelsBoard
  format: BoardFormat
  nameOf: ValueNames
}

/** Channels, which open their sources, which open their campaigns; and what all of them sum to. */
export function ChannelTable(props: ChannelTableProps) {
  const { t } = useTranslation('boards')
  const { board, format } = props
  const { query, whole } = board
  const columns = COLUMNS_OF[query.show]
  const sorted = (column: (typeof columns)[number] | 'name') => ({
    sorted: query.order === column ? query.direction : null,
    to: channelOrderHref(query, column),
  })
  return (
    <DataTable label={t('channels.title')}>
      <thead>
        <tr>
          <SortHead {...sorted('name')}>{t('channels.column.name')}</SortHead>
          {columns.map((column) => (
            <SortHead key={column} numeric {...sorted(column)}>
              {t(`channels.column.${column}`)}
            </SortHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.nodes.flatMap(listShown(props)).map((node) => (
          <ChannelRow key={JSON.stringify(node.path)} {...props} node={node} />
        ))}
      </tbody>
      <tfoot>
        <Row className="border-t border-line-strong font-medium">
          <Cell className="align-top">{t('channels.sum')}</Cell>
          {columns.map((column) => (
            <Cell key={column} numeric className="align-top">
              <ChannelCell {...{ column, query, format }} figures={whole} path={null} {...shownBy(board)} />
            </Cell>
          ))}
        </Row>
      </tfoot>
    </DataTable>
  )
}

/** What every cell of a board is shown by. */
const shownBy = ({ period: { first, last }, creditedTrials }: ChannelsBoard) => ({
  ...{ days: { from: first ?? undefined, to: last }, creditedTrials },
})

/** A row and those below it that are open, in the order in which they stand. */
const listShown =
  (props: ChannelTableProps) =>
  (node: ChannelNode): ChannelNode[] =>
    isOpen(props.board.query, node.path) ? [node, ...node.nodes.flatMap(listShown(props))] : [node]

function ChannelRow({ board, format, nameOf, node }: ChannelTableProps & { node: ChannelNode }) {
  const { query } = board
  const { path, figures } = node
  return (
    <Row className="hover:bg-sunken/60">
      <Cell className="sticky left-0 bg-canvas align-top">
        <ChannelName
          node={node}
          nameOf={nameOf}
          open={isOpen(query, path)}
          to={node.nodes.length > 0 ? toggleHref(query, path) : null}
        />
      </Cell>
      {COLUMNS_OF[query.show].map((column) => (
        <Cell key={column} numeric className="align-top">
          <ChannelCell {...{ column, query, format, figures, path }} {...shownBy(board)} />
        </Cell>
      ))}
    </Row>
  )
}
