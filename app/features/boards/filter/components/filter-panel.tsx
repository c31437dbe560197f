import { Form, Link } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, buttonClass } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { SelectField } from '~/ui/select-field'
import type { BoardQuery } from '../board-query'
import type { FilterField, FilterOption } from '../filter-fields'

export interface PanelField {
  field: FilterField | 'demo'
  value: string | undefined
  options: FilterOption[]
}

/** All filter fields, collapsed so that the figures come first. A plain form in a plain disclosure. */
export function FilterPanel({
  query,
  fields,
  withDays = true,
  action,
  kept,
}: {
  query: BoardQuery
  fields: PanelField[]
  withDays?: boolean
  action: string
  /** Parameters that the form must preserve. */
  kept: Record<string, string | undefined>
}) {
  const { t } = useTranslation('boards')
  const active = fields.filter((one) => one.value !== undefined).length
  return (
    <details className="group open:w-full">
      <summary className={buttonClass('secondary', 'small', 'w-fit list-none')}>
        <span>{active > 0 ? t('filter.openActive', { count: active }) : t('filter.open')}</span>
        <ChevronDown aria-hidden="true" className="size-4 text-faint group-open:rotate-180" />
      </summary>
      <Form
        method="get"
        action={action}
        preventScrollReset
        className="mt-4 grid gap-4 rounded-xl bg-sunken p-4"
      >
        {Object.entries(kept).map(([key, value]) =>
          value === undefined ? null : <input key={key} type="hidden" name={key} value={value} />,
        )}
        <div className="grid grid-cols-2 gap-x-3 gap-y-4 md:grid-cols-4 xl:grid-cols-5">
          {fields.map((one) => (
            <PanelSelect key={one.field} {...one} />
          ))}
          {withDays ? (
            <>
              <PanelDay name="from" value={query.from} />
              <PanelDay name="to" value={query.to} />
            </>
          ) : null}
        </div>
        <div className="flex gap-2">
          <Button type="submit" tone="primary" size="small">
            {t('filter.apply')}
          </Button>
          <Link to={action} preventScrollReset className={buttonClass('quiet', 'small')}>
            {t('filter.reset')}
          </Link>
        </div>
      </Form>
    </details>
  )
}

function PanelSelect({ field, value, options }: PanelField) {
  const { t } = useTranslation('boards')
  const any = { value: '', label: t('filter.any') }
  return (
    <SelectField
      label={t(`filter.field.${field}`)}
      name={field}
      value={value ?? ''}
      options={[any, ...options]}
    />
  )
}

function PanelDay({ name, value }: { name: 'from' | 'to'; value: string | undefined }) {
  const { t } = useTranslation('boards')
  return (
    <Field label={t(`filter.field.${name}`)}>
      {(control) => (
        <TextInput
          key={value}
          type="date"
          name={name}
          min="2000-01-01"
          max="2099-12-31"
          defaultValue={value}
          {...control}
        />
      )}
    </Field>
  )
}
