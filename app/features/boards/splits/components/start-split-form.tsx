import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react'
import type { FieldMetadata, SubmissionResult } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SPLIT_MEASURES } from '~/domain/insight/split/split-plan'
import { Button } from '~/ui/button'
import { SelectInput, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import type { SplitForm } from '../open-split-form.server'
import { SPLIT_NAME_LENGTH } from '../schemas'

interface StartSplitFormProps {
  chosen: NonNullable<SplitForm['chosen']>
  result: SubmissionResult<string[]> | null
}

type Names = 'variant' | 'name' | 'share' | 'measure' | 'followUpDays' | 'baseline' | 'least'

const DEFAULTS = { share: '50', followUpDays: '7', baseline: '40', least: '5' }

/** What is compared with what is live, who is shown it, and what decides: all of it written down before the start. */
export function StartSplitForm({ chosen, result }: StartSplitFormProps) {
  const { t } = useTranslation('splits')
  const busy = useNavigation().state === 'submitting'
  const [form, fields] = useForm<Record<Names, string>>({
    id: 'start-split',
    lastResult: result,
    defaultValue: DEFAULTS,
  })
  const measures = SPLIT_MEASURES.filter((measure) => measure !== 'started' || chosen.kind !== 'demo')
  const finished = chosen.kind === 'demo' ? 'measure.finishedThis' : 'measure.finished'
  return (
    <Form method="post" {...getFormProps(form)} className="grid max-w-2xl gap-6">
      <input type="hidden" name="document" value={`${chosen.kind}/${chosen.slug}`} />
      <input type="hidden" name="control" value={chosen.control.number} />
      <TypedField
        field={fields.name}
        label={t('form.name')}
        hint={t('form.nameHint')}
        maxLength={SPLIT_NAME_LENGTH}
      />
      <ChoiceField
        field={fields.variant}
        label={t('form.variant', { number: chosen.control.number })}
        options={[
          ...(chosen.kind === 'message' ? [{ value: 'hidden', label: t('hidden') }] : []),
          ...chosen.others.map(({ number, note }) => ({
            value: String(number),
            label: [t('revision', { number }), note].filter(Boolean).join(' · '),
          })),
        ]}
      />
      <TypedField field={fields.share} label={t('form.share')} hint={t('form.shareHint')} numeric />
      <ChoiceField
        field={fields.measure}
        label={t('form.measure')}
        hint={t('form.measureHint')}
        options={measures.map((value) => ({
          value,
          label: t(value === 'finished' ? finished : `measure.${value}`),
        }))}
      />
      <div className="grid gap-6 sm:grid-cols-3">
        <TypedField
          field={fields.followUpDays}
          label={t('form.followUp')}
          hint={t('form.followUpHint')}
          numeric
        />
        <TypedField
          field={fields.baseline}
          label={t('form.baseline')}
          hint={t('form.baselineHint')}
          numeric
        />
        <TypedField field={fields.least} label={t('form.least')} hint={t('form.leastHint')} numeric />
      </div>
      <Notice>{t('form.fixed')}</Notice>
      <Button type="submit" tone="primary" className="w-fit" busy={busy}>
        {t('form.start')}
      </Button>
    </Form>
  )
}

interface FormFieldProps {
  field: FieldMetadata<string, Record<Names, string>, string[]>
  label: string
  hint?: string
}

function useErrorWords() {
  const { t } = useTranslation('splits')
  const known = ['name', 'number', 'range', 'measure', 'started', 'variant', 'same', 'hidden']
  return (codes: string[] | undefined) =>
    codes?.map((code) => t(`form.error.${known.includes(code) ? code : 'other'}`))
}

function TypedField({
  field,
  label,
  hint,
  numeric = false,
  maxLength,
}: FormFieldProps & { numeric?: boolean; maxLength?: number }) {
  const words = useErrorWords()
  return (
    <Field label={label} hint={hint} errors={words(field.errors)} id={field.id}>
      {(control) => (
        <TextInput
          {...getInputProps(field, { type: 'text' })}
          key={field.key}
          {...control}
          autoComplete="off"
          {...(numeric && { inputMode: 'decimal' })}
          {...(maxLength && { maxLength })}
        />
      )}
    </Field>
  )
}

function ChoiceField({
  field,
  label,
  hint,
  options,
}: FormFieldProps & { options: { value: string; label: string }[] }) {
  const words = useErrorWords()
  return (
    <Field label={label} hint={hint} errors={words(field.errors)} id={field.id}>
      {(control) => (
        <SelectInput {...getSelectProps(field)} key={field.key} {...control}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  )
}
