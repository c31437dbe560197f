import { getFormProps, useForm } from '@conform-to/react'
import type { FieldMetadata, SubmissionResult } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import type { InputHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import { KNOWN_CHANNELS } from '~/domain/trial/channels'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectInput, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { LinkButton } from '~/ui/link-button'
import { useValueNames } from '../../filter/use-value-names'
import { COST_NAME_LENGTH, REFERENCE_LENGTH } from '../cost-schemas'
import type { CostView } from '../cost-views'

type CostTexts = Record<
  'channel' | 'source' | 'campaign' | 'firstDay' | 'lastDay' | 'value' | 'currency' | 'reference',
  string
>

interface CostFormProps {
  /** The cost to change; undefined enters another. */
  cost: CostView | undefined
  currency: string
  result: SubmissionResult<string[]> | undefined
}

/** Enters a cost, or changes one. */
export function CostForm({ cost, currency, result }: CostFormProps) {
  const { t } = useTranslation('costs')
  const busy = useNavigation().formData?.get('intent') === (cost ? 'change' : 'create')
  const [form, fields] = useForm<CostTexts>({
    id: 'cost',
    lastResult: result,
    defaultValue: cost ? { ...cost, value: String(cost.value) } : { currency },
  })
  return (
    <Form
      method="post"
      {...getFormProps(form)}
      aria-label={t(cost ? 'change' : 'add')}
      className="grid gap-4 rounded-xl bg-surface p-5 ring-1 ring-line"
    >
      <h2 className="text-title">{t(cost ? 'change' : 'add')}</h2>
      {cost ? (
        <>
          <input type="hidden" name="id" value={cost.id} />
          <input type="hidden" name="version" value={cost.version} />
        </>
      ) : null}
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <ChannelField field={fields.channel} />
        <TextField field={fields.source} optional maxLength={COST_NAME_LENGTH} />
        <TextField field={fields.campaign} optional maxLength={COST_NAME_LENGTH} />
        <TextField field={fields.reference} optional maxLength={REFERENCE_LENGTH} />
        <TextField field={fields.firstDay} type="date" required />
        <TextField field={fields.lastDay} type="date" required />
        <TextField field={fields.value} inputMode="decimal" required />
        <TextField field={fields.currency} required maxLength={3} autoCapitalize="characters" />
      </div>
      <p className="max-w-prose text-xs text-muted">{t('hint')}</p>
      <div className="flex gap-2">
        <Button type="submit" name="intent" value={cost ? 'change' : 'create'} tone="primary" busy={busy}>
          {t(cost ? 'save' : 'addButton')}
        </Button>
        {cost ? <LinkButton to={paths.costs()}>{t('cancel')}</LinkButton> : null}
      </div>
    </Form>
  )
}

function useErrors(field: FieldMetadata<string>): string[] | undefined {
  const { t } = useTranslation('costs')
  return field.errors?.map((code) => t(`error.${code}`))
}

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'name'> {
  field: FieldMetadata<string>
  optional?: boolean
}

function TextField({ field, optional = false, ...input }: TextFieldProps) {
  const { t } = useTranslation('costs')
  return (
    <Field
      label={t(`field.${field.name}`)}
      id={field.id}
      errors={useErrors(field)}
      optional={optional ? t('optional') : undefined}
    >
      {(control) => (
        <TextInput
          key={field.key}
          name={field.name}
          defaultValue={field.initialValue}
          autoComplete="off"
          {...input}
          {...control}
        />
      )}
    </Field>
  )
}

function ChannelField({ field }: { field: FieldMetadata<string> }) {
  const { t } = useTranslation('costs')
  const nameOf = useValueNames([])
  return (
    <Field label={t('field.channel')} id={field.id} errors={useErrors(field)}>
      {(control) => (
        <SelectInput
          key={field.key}
          name={field.name}
          defaultValue={field.initialValue ?? 'paid'}
          {...control}
        >
          {KNOWN_CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {nameOf('channel', channel)}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  )
}
