import { Check, Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LocalLink } from '~/i18n/local-link'
import { paths } from '~/paths'
import { classNames } from '~/ui/class-names'
import { tableRoles } from '~/ui/table-roles'
import type { FeatureCell, FeatureRow, PlanColumn } from '../plan-table'

interface FeatureLineProps {
  feature: FeatureRow
  plans: PlanColumn[]
  highlighted: boolean
}

/** One feature: what it does, what each plan has of it, and the demos in which to feel it. */
export function FeatureLine({ feature, plans, highlighted }: FeatureLineProps) {
  const { t } = useTranslation('center')
  return (
    <tr
      {...tableRoles.row}
      id={`feature-${feature.id}`}
      className={classNames(
        'block scroll-mt-20 border-b border-line py-4 sm:table-row sm:py-0',
        highlighted && 'bg-accent-soft max-sm:-mx-3 max-sm:rounded-xl max-sm:px-3',
      )}
    >
      <th
        {...tableRoles.rowHead}
        scope="row"
        className={classNames(
          'block pb-2 text-left align-top font-normal sm:table-cell sm:py-4 sm:pr-8',
          highlighted && 'sm:pl-4',
        )}
      >
        <span className="font-medium">{feature.name}</span>
        {feature.description ? (
          <span className="mt-1 block max-w-xl text-muted">{feature.description}</span>
        ) : null}
        {feature.demos.map((demo) => (
          <LocalLink
            key={demo.slug}
            to={paths.demo(demo.slug, { plan: demo.plan, at: demo.at })}
            className="mt-1.5 mr-4 inline-block text-accent underline underline-offset-4"
          >
            {t('pricing.seeIn', { title: demo.title })}
          </LocalLink>
        ))}
      </th>
      {plans.map((plan, index) => (
        <td
          key={plan.id}
          {...tableRoles.cell}
          className="flex justify-between gap-4 py-1 sm:table-cell sm:px-4 sm:py-4 sm:align-top"
        >
          <span className="text-muted sm:hidden" aria-hidden="true">
            {plan.name}
          </span>
          <Cell value={feature.cells[index] ?? false} />
        </td>
      ))}
    </tr>
  )
}

function Cell({ value }: { value: FeatureCell }) {
  const { t } = useTranslation('center')
  if (typeof value === 'string') return <span className="tabular-nums">{value}</span>
  const Mark = value ? Check : Minus
  return (
    <span>
      <Mark className={classNames('size-4.5', value ? 'text-accent' : 'text-faint')} aria-hidden="true" />
      <span className="sr-only">{t(value ? 'pricing.included' : 'pricing.notIncluded')}</span>
    </span>
  )
}
