import { useTranslation } from 'react-i18next'
import type { ComparisonView, DifferenceView } from '../comparison-view'
import { SideTable } from './side-table'

/** The differences of the results, in the product's own terms. */
export function EndDifferences({ view }: { view: ComparisonView }) {
  const { t } = useTranslation('compare')
  const { groups, unnamed, left, right } = view
  if (groups.length === 0)
    return <p className="text-muted">{t(unnamed > 0 ? 'end.onlyInside' : 'end.none')}</p>
  return (
    <div className="grid gap-10">
      {groups.map((group) => (
        <div key={group.title} className="grid gap-3">
          <h3 className="text-title">{group.title}</h3>
          <SideTable
            label={group.title}
            plans={{ left: left.name, right: right.name }}
            rows={group.differences.map((one, index) => ({
              key: String(index),
              name: <DifferenceName difference={one} />,
              left: <Shown value={one.left} />,
              right: <Shown value={one.right} />,
            }))}
          />
        </div>
      ))}
      {unnamed > 0 ? <p className="text-sm text-faint">{t('end.inside', { count: unnamed })}</p> : null}
    </div>
  )
}

function DifferenceName({ difference: { name, field } }: { difference: DifferenceView }) {
  return (
    <>
      <span>{name}</span>
      {field ? <span className="text-muted">{` · ${field}`}</span> : null}
    </>
  )
}

function Shown({ value }: { value: string | null }) {
  const { t } = useTranslation('compare')
  if (value !== null) return <span>{value}</span>
  return (
    <span className="text-faint">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('end.nothing')}</span>
    </span>
  )
}
