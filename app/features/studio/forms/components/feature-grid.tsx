import { ChevronDown } from 'lucide-react'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '~/domain/content/forms/entry'
import { isJsonObject } from '~/domain/json'
import type { Json } from '~/domain/json'
import { localize } from '~/domain/text'
import type { Text } from '~/domain/text'
import { classNames } from '~/ui/class-names'
import { ScrollRegion } from '~/ui/scroll-region'
import { emptyItem } from '../empty-item'
import { GivenCell } from './given-cell'
import { EntryView } from './entry-view'
import { useForm } from './form-model'
import { AddButton } from './group-fields'
import { ItemActions } from './item-actions'
import { useRows } from './use-rows'

/** Features by plans: what each plan gives is chosen in its cell; a feature opens to its texts. */
export function FeatureGrid({ item }: { item: Entry }) {
  const { t } = useTranslation('forms')
  const { change, canEdit, shown } = useForm()
  const [open, setOpen] = useState<number | null>(null)
  const plans = useRows('plans')
  const groups = useRows('groups')
  const features = useRows('features')
  const nameOf = (row: Record<string, Json> | undefined) =>
    isJsonObject(row?.name) ? localize(row.name as Text, shown) : String(row?.id ?? '')
  const add = () => {
    const values = Object.fromEntries(plans.map(({ id }) => [String(id), false]))
    const empty = emptyItem(item, features) as Record<string, Json>
    change({
      do: 'insert',
      path: ['features'],
      value: { ...empty, group: groups.at(-1)?.id ?? '', values },
    })
    setOpen(features.length)
  }
  return (
    <section className="grid gap-3">
      <h2 className="text-title">{t('plans.features.$label')}</h2>
      <ScrollRegion label={t('plans.features.$label')}>
        <table className="w-full min-w-[36rem] border-collapse text-sm">
          <thead>
            <tr className="border-b border-line text-left text-xs text-muted">
              <th className="py-2 pr-3 font-medium">{t('plans.features.$one')}</th>
              {plans.map((plan) => (
                <th key={String(plan.id)} className="px-3 py-2 font-medium">
                  {nameOf(plan) || String(plan.id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {features.map((feature, index) => (
              <Fragment key={index}>
                {feature.group !== features[index - 1]?.group ? (
                  <tr>
                    <th
                      colSpan={plans.length + 1}
                      className="pt-4 pb-1 text-left text-xs font-medium text-faint"
                    >
                      {nameOf(groups.find((group) => group.id === feature.group)) || String(feature.group)}
                    </th>
                  </tr>
                ) : null}
                <tr className="border-b border-line align-top">
                  <th scope="row" className="py-2 pr-3 text-left font-normal">
                    <button
                      type="button"
                      aria-expanded={open === index}
                      onClick={() => setOpen(open === index ? null : index)}
                      className="flex min-h-10 w-full items-center gap-1.5 text-left hover:text-accent"
                    >
                      <ChevronDown
                        className={classNames('size-4 shrink-0 text-faint', open !== index && '-rotate-90')}
                        aria-hidden="true"
                      />
                      <span>{nameOf(feature) || String(feature.id)}</span>
                    </button>
                  </th>
                  {plans.map((plan) => (
                    <td key={String(plan.id)} className="px-3 py-2">
                      <GivenCell
                        path={['features', index, 'values', String(plan.id)]}
                        name={`${nameOf(feature)}, ${nameOf(plan)}`}
                      />
                    </td>
                  ))}
                </tr>
                {open === index ? (
                  <tr className="border-b border-line">
                    <td colSpan={plans.length + 1} className="pb-4">
                      <FeatureDetails item={item} index={index} count={features.length} onMove={setOpen} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {canEdit ? <AddButton label={t('plans.features.$add')} onPress={add} /> : null}
    </section>
  )
}

interface FeatureDetailsProps {
  item: Entry
  index: number
  count: number
  /** The place of the feature after it was moved or removed. */
  onMove: (index: number | null) => void
}

function FeatureDetails({ item, index, count, onMove }: FeatureDetailsProps) {
  const { t } = useTranslation('forms')
  const { change, canEdit } = useForm()
  const path = ['features', index]
  const fields = item.kind === 'group' ? item.fields.filter(({ name }) => name !== 'values') : []
  const name = t('plans.features.$item', { number: index + 1 })
  const move = (to: number) => {
    change({ do: 'move', path: ['features'], from: index, to })
    onMove(to)
  }
  const remove = () => {
    change({ do: 'remove', path })
    onMove(null)
  }
  return (
    <div className="grid gap-4 rounded-xl bg-sunken p-4">
      {fields.map(({ name: key, field, isRequired }) => (
        <EntryView
          key={key}
          field={field}
          path={[...path, key]}
          words={`plans.features.${key}`}
          isRequired={isRequired}
        />
      ))}
      {canEdit ? (
        <ItemActions name={name} index={index} count={count} onMove={move} onRemove={remove} />
      ) : null}
    </div>
  )
}
