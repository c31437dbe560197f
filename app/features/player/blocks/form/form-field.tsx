import type { ReactNode } from 'react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldView } from '~/domain/demo/screen/blocks/form'
import { formatValue } from '~/domain/demo/screen/format-value'
import { isLocale } from '~/domain/text'
import { classNames } from '~/ui/class-names'
import { CheckboxInput } from '~/ui/controls'
import { Tip } from '../../guide/components/tip'
import type { ControlProps } from './field-control'
import { FieldControl } from './field-control'
import type { FieldError } from './form-values'

interface FormFieldProps {
  field: FieldView
  value: string | boolean
  error: FieldError | null
  /** The engine's error for this field, when it refused the form. */
  refused: string | null
  onChange: (name: string, value: string | boolean) => void
  onLeave: (name: string) => void
}

/** One field with its label, tip, help and what is wrong with it. */
export function FormField({ field, value, error, refused, onChange, onLeave }: FormFieldProps) {
  const id = useId()
  const message = useMessage(error) ?? refused
  const helpId = field.help ? `${id}-help` : undefined
  const errorId = message ? `${id}-error` : undefined
  const control: ControlProps = {
    id,
    name: field.name,
    required: field.required,
    'aria-invalid': message ? true : undefined,
    'aria-describedby': [helpId, errorId].filter(Boolean).join(' ') || undefined,
    onBlur: () => onLeave(field.name),
  }
  const change = (next: string | boolean) => onChange(field.name, next)
  return (
    <Place field={field}>
      {field.kind === 'checkbox' ? (
        <CheckboxLine field={field} control={control} checked={value === true} onChange={change} />
      ) : (
        <>
          <FieldLabel field={field} id={id} />
          <FieldControl field={field} value={String(value)} control={control} onChange={change} />
        </>
      )}
      {field.help ? (
        <p id={helpId} className="text-xs text-muted">
          {field.help}
        </p>
      ) : null}
      {message ? (
        <p id={errorId} className="text-xs font-medium text-bad">
          {message}
        </p>
      ) : null}
    </Place>
  )
}

function useMessage(error: FieldError | null): string | null {
  const { t, i18n } = useTranslation('player')
  if (error === null) return null
  return t(`form.${error.code}`, { limit: readableLimit(error.limit, i18n.language) })
}

function readableLimit(limit: FieldError['limit'], language: string): string {
  if (limit === undefined) return ''
  if (typeof limit === 'number') return new Intl.NumberFormat(language).format(limit)
  return formatValue(limit, 'date', isLocale(language) ? language : 'en', '')
}

/** Long texts and checkboxes take a row of their own. */
function Place({ field, children }: { field: FieldView; children: ReactNode }) {
  const wide = field.kind === 'longtext' || field.kind === 'checkbox'
  return (
    <div className={classNames('grid min-w-0 content-start gap-1.5', wide && '@lg:col-span-2')}>
      {children}
    </div>
  )
}

function FieldLabel({ field, id }: { field: FieldView; id: string }) {
  const { t } = useTranslation('player')
  return (
    <div className="flex min-h-6 items-center gap-1 text-sm">
      <label htmlFor={id} className="font-medium">
        {field.label}
      </label>
      <Tip text={field.tip} about={field.label} />
      {field.required ? null : <span className="ml-auto text-xs text-faint">{t('form.optional')}</span>}
    </div>
  )
}

interface CheckboxLineProps {
  field: FieldView
  control: ControlProps
  checked: boolean
  onChange: (checked: boolean) => void
}

function CheckboxLine({ field, control, checked, onChange }: CheckboxLineProps) {
  return (
    <div className="flex items-center gap-1">
      <label className="flex min-h-9 items-center gap-2.5 text-sm pointer-coarse:min-h-11">
        <CheckboxInput {...control} checked={checked} onChange={(event) => onChange(event.target.checked)} />
        <span>{field.label}</span>
      </label>
      <Tip text={field.tip} about={field.label} />
    </div>
  )
}
