import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'

interface SideRow {
  key: string
  name: ReactNode
  left: ReactNode
  right: ReactNode
}

interface SideTableProps {
  label: string
  plans: { left: string; right: string }
  rows: readonly SideRow[]
}

/** A table of items with their state on each plan. */
export function SideTable({ label, plans, rows }: SideTableProps) {
  const { t } = useTranslation('compare')
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <HeadCell className="w-1/2">{t('end.what')}</HeadCell>
          <HeadCell className="w-1/4">{plans.left}</HeadCell>
          <HeadCell className="w-1/4">{plans.right}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key}>
            <th scope="row" className="py-2.5 pr-3 text-left font-normal">
              {row.name}
            </th>
            <Cell>{row.left}</Cell>
            <Cell>{row.right}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
