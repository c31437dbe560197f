import type { ReactNode } from 'react'
import { SelectInput } from './controls'
import { Field } from './field'

interface SelectFieldProps {
  label: ReactNode
  name: string
  /** As the address says; the field follows when the address changes. */
  value: string
  options: readonly { value: string; label: string }[]
}

/** One of several values, in a form that works without JavaScript. */
export function SelectField({ label, name, value, options }: SelectFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <SelectInput key={value} name={name} defaultValue={value} {...control}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  )
}
