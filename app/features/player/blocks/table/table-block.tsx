import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableView } from '~/domain/demo/screen/blocks/table'
import { tableRoles } from '~/ui/table-roles'
import { BlockFrame } from '../block-frame'
import { useScreen } from '../../stage/components/screen-context'
import type { Sorting } from './order-rows'
import { orderRows } from './order-rows'
import { TableFilter } from './table-filter'
import { TableHead } from './table-head'
import { TableSort } from './table-sort'
import { TableRow } from './table-row'

/** The number of rows from which a filter is shown. */
const FILTER_FROM = 7

/** A table of the product. On a narrow screen every row becomes a card with labelled values. */
export function TableBlock({ block }: { block: TableView }) {
  const { t, i18n } = useTranslation('player')
  const { interactive } = useScreen()
  const [filter, setFilter] = useState('')
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const rows = orderRows(block.rows, filter, sorting, i18n.language)
  const withTips = rows.findIndex((row) => row.actions.length > 0)
  const hasActions = block.rows.some((row) => row.actions.length > 0)
  const filterable = interactive && block.rows.length >= FILTER_FROM
  return (
    <BlockFrame
      block={block}
      flush
      aside={
        filterable ? (
          <span className="flex w-full flex-wrap gap-2 @md:w-auto">
            <TableFilter value={filter} onChange={setFilter} />
            <TableSort columns={block.columns} sorting={sorting} onSort={setSorting} />
          </span>
        ) : null
      }
    >
      <table
        {...tableRoles.table}
        className="block w-full text-sm @xl:table"
        aria-label={block.title ?? undefined}
      >
        <TableHead columns={block.columns} hasActions={hasActions} sorting={sorting} onSort={setSorting} />
        <tbody {...tableRoles.group} className="block @xl:table-row-group">
          {rows.map((row, index) => (
            <TableRow
              key={row.id ?? index}
              row={row}
              columns={block.columns}
              hasActions={hasActions}
              withTips={index === withTips}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? (
        <p className="px-4 py-8 text-center text-sm text-muted">
          {block.rows.length === 0 ? (block.empty ?? t('table.empty')) : t('table.noMatch')}
        </p>
      ) : null}
    </BlockFrame>
  )
}
