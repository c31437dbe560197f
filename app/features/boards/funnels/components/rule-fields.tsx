import { useTranslation } from 'react-i18next'
import { SelectInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { EVENT_NAMES, fieldsOf } from '../funnel-fields'
import type { ChosenRule } from '../funnel-params'
import type { FunnelBoard } from '../funnel-views'
import { useFieldOptions } from '../use-field-options'

interface RuleFieldsProps {
  /** Under which the rule stands in the address. */
  name: string
  label: string
  rule: ChosenRule | undefined
  board: FunnelBoard
}

/** What happened, and the values that narrow it. Another choice of what happened is sent at once. */
export function RuleFields({ name, label, rule, board }: RuleFieldsProps) {
  const { t } = useTranslation('funnels')
  const optionsOf = useFieldOptions(board)
  return (
    <li className="grid grid-cols-2 gap-3 border-t border-line pt-4 first:border-0 first:pt-0 md:grid-cols-3 xl:grid-cols-6">
      <Field label={label}>
        {(control) => (
          <SelectInput
            name={name}
            defaultValue={rule?.event ?? ''}
            onChange={(event) => event.currentTarget.form?.requestSubmit()}
            {...control}
          >
            <option value="">{t('form.none')}</option>
            {EVENT_NAMES.map((one) => (
              <option key={one} value={one}>
                {t(`event.${one}`)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      {(rule ? fieldsOf(rule.event) : []).map((field) => (
        <Field key={field} label={t(`field.${field}`)}>
          {(control) => (
            <SelectInput name={`${name}.${field}`} defaultValue={rule?.values[field] ?? ''} {...control}>
              <option value="">{t('form.any')}</option>
              {optionsOf(field, rule?.values[field]).map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
      ))}
    </li>
  )
}
