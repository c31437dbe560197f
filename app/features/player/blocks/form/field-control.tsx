import { useTranslation } from 'react-i18next'
import type { FieldView } from '~/domain/demo/screen/blocks/form'
import { SelectInput, TextArea, TextInput } from '~/ui/controls'
import { useScreen } from '../../stage/components/screen-context'

/** The ids that link a control to its label, help and error. */
export interface ControlProps {
  id: string
  name: string
  required: boolean
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  onBlur: () => void
}

interface FieldControlProps {
  field: FieldView
  value: string
  control: ControlProps
  onChange: (value: string) => void
}

/** The control that fits the kind of field. */
export function FieldControl({ field, value, control, onChange }: FieldControlProps) {
  const { t } = useTranslation('player')
  const placeholder = field.placeholder ?? undefined
  if (field.kind === 'select') {
    return (
      <SelectInput {...control} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{placeholder ?? t('form.choose')}</option>
        {field.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </SelectInput>
    )
  }
  if (field.kind === 'longtext') {
    return (
      <TextArea
        {...control}
        rows={3}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  if (field.kind === 'money') return <MoneyControl {...{ field, value, control, onChange }} />
  return (
    <TextInput
      {...control}
      {...(field.kind === 'date' ? dateInput(field) : { type: 'text' })}
      inputMode={field.kind === 'number' ? keyboardOf(field) : undefined}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
    />
  )
}

/** A date picker that offers the days between the bounds. */
function dateInput({ earliest, latest }: FieldView) {
  return { type: 'date', min: earliest ?? undefined, max: latest ?? undefined }
}

/** The keyboard of a phone: no decimal point for whole numbers; a sign only where negative numbers are allowed. */
function keyboardOf({ whole, min }: FieldView): 'numeric' | 'decimal' | 'text' {
  if (min === null || min < 0) return 'text'
  return whole ? 'numeric' : 'decimal'
}

function MoneyControl({ field, value, control, onChange }: FieldControlProps) {
  const { currency } = useScreen()
  return (
    <span className="relative block">
      <TextInput
        {...control}
        inputMode={keyboardOf(field)}
        className="pr-14 text-right tabular-nums"
        value={value}
        placeholder={field.placeholder ?? undefined}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
      />
      <span
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-xs text-faint"
        aria-hidden="true"
      >
        {currency}
      </span>
    </span>
  )
}
