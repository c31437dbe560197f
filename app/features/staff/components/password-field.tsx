import type { FieldMetadata } from '@conform-to/react'
import { getInputProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'

/** A password with its label, hint and errors. `autoComplete` names it for password managers. */
export function PasswordField({
  field,
  label,
  hint,
  autoComplete,
}: {
  field: FieldMetadata<string>
  label: ReactNode
  hint?: ReactNode
  autoComplete: 'current-password' | 'new-password'
}) {
  const { t } = useTranslation('staff')
  return (
    <Field
      label={label}
      hint={hint}
      id={field.id}
      errors={field.errors?.map((problem) => t(`problem.${problem}`))}
    >
      {(control) => (
        <TextInput
          {...getInputProps(field, { type: 'password', value: false })}
          {...control}
          autoComplete={autoComplete}
        />
      )}
    </Field>
  )
}
