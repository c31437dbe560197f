import { useTranslation } from 'react-i18next'
import type { ColumnView } from '~/domain/demo/screen/blocks/table'
import type { Sorting } from './order-rows'
import { readSorting, writeSorting } from './order-rows'

interface TableSortProps {
  columns: ColumnView[]
  sorting: Sorting | null
  onSort: (sorting: Sorting | null) => void
}

/** Sorts the rows on a narrow screen, where there are no column heads. */
export function TableSort({ columns, sorting, onSort }: TableSortProps) {
  const { t } = useTranslation('player')
  return (
    <select
      aria-label={t('table.sort')}
      value={writeSorting(sorting)}
      onChange={(event) => onSort(readSorting(event.target.value))}
      className="min-h-8 w-full min-w-0 flex-1 rounded-md bg-canvas px-2 text-base ring-1 ring-line ring-inset sm:text-sm @xl:hidden pointer-coarse:min-h-11"
    >
      <option value="">{t('table.unsorted')}</option>
      {columns.map((column, index) => (
        <optgroup key={index} label={column.label}>
          <option value={`${index} up`}>{t('table.ascending', { column: column.label })}</option>
          <option value={`${index} down`}>{t('table.descending', { column: column.label })}</option>
        </optgroup>
      ))}
    </select>
  )
}
