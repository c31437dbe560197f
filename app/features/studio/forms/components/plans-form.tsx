import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { YamlChange } from '~/domain/content/edit/yaml-change'
import type { Entry, NamedEntry } from '~/domain/content/forms/entry'
import { isJsonObject } from '~/domain/json'
import type { Json } from '~/domain/json'
import { emptyItem } from '../empty-item'
import { FeatureGrid } from './feature-grid'
import { EntryView, EntryList } from './entry-view'
import { useForm, useValue } from './form-model'
import { AddButton } from './group-fields'
import { IconButton } from './icon-button'
import { useRows } from './use-rows'

/** The plan table: prices and features edited in the table that they make. */
export function PlansForm({ fields }: { fields: readonly NamedEntry[] }) {
  const rest = fields.filter(({ name }) => !['plans', 'features'].includes(name))
  const features = fields.find(({ name }) => name === 'features')?.field
  return (
    <div className="grid gap-8">
      <PlanCards fields={itemFields(fields, 'plans')} />
      {features?.kind === 'list' ? <FeatureGrid item={features.item} /> : null}
      <EntryList fields={rest} path={[]} words="plans" />
    </div>
  )
}

function itemFields(fields: readonly NamedEntry[], name: string): NamedEntry[] {
  const field = fields.find((one) => one.name === name)?.field
  return field?.kind === 'list' && field.item.kind === 'group' ? field.item.fields : []
}

function PlanCards({ fields }: { fields: readonly NamedEntry[] }) {
  const { t } = useTranslation('forms')
  const { change, canEdit } = useForm()
  const plans = useRows('plans')
  const features = useRows('features')
  const ids = plans.map(({ id }) => String(id))
  return (
    <section className="grid gap-3">
      <h2 className="text-title">{t('plans.plans.$label')}</h2>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {plans.map((_, index) => (
          <PlanCard
            key={index}
            index={index}
            fields={fields}
            onRemove={() => change(...removePlan(index, ids[index] ?? '', features))}
          />
        ))}
      </div>
      {canEdit && plans.length < 6 ? (
        <AddButton label={t('plans.plans.$add')} onPress={() => change(...addPlan(plans, features.length))} />
      ) : null}
    </section>
  )
}

function PlanCard({
  index,
  fields,
  onRemove,
}: {
  index: number
  fields: readonly NamedEntry[]
  onRemove: () => void
}) {
  const { t } = useTranslation('forms')
  const { canEdit } = useForm()
  const path = ['plans', index]
  const field = (name: string) => fields.find((one) => one.name === name)
  const price = field('price')
  return (
    <div className="grid gap-4 rounded-xl bg-surface p-4 ring-1 ring-line">
      {fields
        .filter(({ name }) => name !== 'price')
        .map(({ name, field: inner, isRequired }) => (
          <EntryView
            key={name}
            field={inner}
            path={[...path, name]}
            words={`plans.plans.${name}`}
            isRequired={isRequired}
          />
        ))}
      {price ? <PriceField field={price.field} path={[...path, 'price']} /> : null}
      {canEdit ? (
        <IconButton
          label={t('remove', { name: t('plans.plans.$item', { number: index + 1 }) })}
          onPress={onRemove}
        >
          <Trash2 className="size-4" aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  )
}

/** A price, or “talk to us”. */
function PriceField({ field, path }: { field: Entry; path: (string | number)[] }) {
  const { t } = useTranslation('forms')
  const { change, canEdit } = useForm()
  const isAsked = useValue(path) === null
  const toggle = () => change({ do: 'set', path, value: isAsked ? { monthly: 0, yearly: 0 } : null })
  return (
    <div className="grid gap-2">
      <label className="flex min-h-8 items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={isAsked}
          disabled={!canEdit}
          onChange={toggle}
        />
        <span>{t('plans.plans.price.$asked')}</span>
      </label>
      {!isAsked && field.kind === 'group' ? (
        <div className="grid grid-cols-2 gap-3">
          {field.fields.map(({ name, field: inner }) => (
            <EntryView
              key={name}
              field={inner}
              path={[...path, name]}
              words={`plans.plans.price.${name}`}
              isRequired
            />
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** A plan begins without the features; each of them says so, because the table must be complete. */
function addPlan(plans: readonly Record<string, Json>[], features: number): YamlChange[] {
  const plan = emptyItem(
    {
      kind: 'group',
      mayBeNull: false,
      fields: [
        { name: 'id', field: { kind: 'fixed' }, isRequired: true },
        { name: 'name', field: { kind: 'text' }, isRequired: true },
      ],
    },
    plans,
  ) as Record<string, Json>
  const id = String(plan.id).replace('item', 'plan')
  return [
    { do: 'insert', path: ['plans'], value: { ...plan, id, price: { monthly: 0, yearly: 0 } } },
    ...Array.from({ length: features }, (_, index): YamlChange => ({
      do: 'set',
      path: ['features', index, 'values', id],
      value: false,
    })),
  ]
}

function removePlan(index: number, id: string, features: readonly Record<string, Json>[]): YamlChange[] {
  const given = features.flatMap((feature, at): YamlChange[] =>
    isJsonObject(feature.values) && Object.hasOwn(feature.values, id)
      ? [{ do: 'remove', path: ['features', at, 'values', id] }]
      : [],
  )
  return [{ do: 'remove', path: ['plans', index] }, ...given]
}
