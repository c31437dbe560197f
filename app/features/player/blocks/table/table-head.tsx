import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ColumnView } from '~/domain/demo/screen/blocks/table'
import { classNames } from '~/ui/class-names'
import { tableRoles } from '~/ui/table-roles'
import { useScreen } from '../../stage/components/screen-context'
import type { Sorting } from './order-rows'
import { nextSorting } from './order-rows'

interface TableHeadProps {
  columns: ColumnView[]
  hasActions: boolean
  sorting: Sorting | null
  onSort: (sorting: Sorting | null) => void
}

const ariaSort = (descending: boolean | null) =>
  descending === null ? undefined : descending ? 'descending' : 'ascending'

/** Column heads that sort the rows. Hidden on a narrow screen, where values have their own labels. */
export function TableHead({ columns, hasActions, sorting, onSort }: TableHeadProps) {
  const { t } = useTranslation('player')
  const { interactive } = useScreen()
  return (
    <thead {...tableRoles.group} className="hidden @xl:table-header-group">
      <tr {...tableRoles.row}>
        {columns.map((column, index) => {
          const descending = sorting?.column === index ? sorting.descending : null
          return (
            <th
              key={index}
              {...tableRoles.columnHead}
              scope="col"
              aria-sort={ariaSort(descending)}
              className="border-b border-line bg-canvas px-1 py-1 font-medium text-muted first:pl-2 last:pr-2"
            >
              <button
                type="button"
                disabled={!interactive}
                onClick={() => onSort(nextSorting(sorting, index))}
                className={classNames(
                  'group flex min-h-7 w-full items-center gap-1 rounded px-2 text-xs enabled:hover:text-ink disabled:cursor-default',
                  column.align === 'end' && 'flex-row-reverse',
                )}
              >
                <span>{column.label}</span>
                <SortMark descending={descending} />
              </button>
            </th>
          )
        })}
        {hasActions ? (
          <th {...tableRoles.columnHead} scope="col" className="border-b border-line bg-canvas px-3">
            <span className="sr-only">{t('table.actions')}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

function SortMark({ descending }: { descending: boolean | null }) {
  if (descending === null) {
    return (
      <ChevronsUpDown className="size-3 opacity-0 group-enabled:group-hover:opacity-60" aria-hidden="true" />
    )
  }
  const Arrow = descending ? ArrowDown : ArrowUp
  return <Arrow className="size-3 text-accent" aria-hidden="true" />
}
