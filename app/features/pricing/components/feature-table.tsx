import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { tableRoles } from '~/ui/table-roles'
import type { PlanTable } from '../plan-table'
import { FeatureLine } from './feature-line'

interface FeatureTableProps {
  table: PlanTable
  /** The feature that a demo sent the visitor here for. */
  highlighted: string | null
}

/** Free against premium, feature by feature. On a phone each feature names the plans of its own cells. */
export function FeatureTable({ table, highlighted }: FeatureTableProps) {
  const { t } = useTranslation('center')
  return (
    <table {...tableRoles.table} className="block w-full text-sm sm:table">
      <caption className="sr-only">{t('pricing.features')}</caption>
      <thead {...tableRoles.group} className="hidden sm:table-header-group">
        <tr {...tableRoles.row} className="sticky top-0">
          <th {...tableRoles.columnHead} scope="col" className="bg-canvas py-4 text-left text-title">
            {t('pricing.features')}
          </th>
          {table.plans.map((plan) => (
            <th
              key={plan.id}
              {...tableRoles.columnHead}
              scope="col"
              className="w-1/5 bg-canvas px-4 py-4 text-left font-semibold"
            >
              {plan.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.group} className="block sm:table-row-group">
        {table.groups
          .filter((group) => group.features.length > 0)
          .map((group) => (
            <Fragment key={group.id}>
              <tr {...tableRoles.row} className="block sm:table-row">
                <th
                  {...tableRoles.rowHead}
                  scope="colgroup"
                  colSpan={table.plans.length + 1}
                  className="block pt-10 pb-2 text-left text-xs font-medium text-faint sm:table-cell"
                >
                  {group.name}
                </th>
              </tr>
              {group.features.map((feature) => (
                <FeatureLine
                  key={feature.id}
                  feature={feature}
                  plans={table.plans}
                  highlighted={feature.id === highlighted}
                />
              ))}
            </Fragment>
          ))}
      </tbody>
    </table>
  )
}
