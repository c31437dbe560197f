import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import type { YamlPath } from '~/domain/content/edit/yaml-change'
import type { Entry } from '~/domain/content/forms/entry'
import { Field } from '~/ui/field'
import { useComplaints } from './use-complaints'

/** What every field of a form is given. `words` is the key of its label and help. */
export interface EntryProps<Kind extends Entry['kind'] = Entry['kind']> {
  field: Entry & { kind: Kind }
  path: YamlPath
  words: string
  isRequired: boolean
}

/** A field with its label, help and errors. */
export function EntryFrame({
  field,
  path,
  words,
  isRequired,
  children,
}: EntryProps & Pick<ComponentProps<typeof Field>, 'children'>) {
  const { t } = useTranslation('forms')
  const complaints = useComplaints(field, path)
  const help = t(`${words}.$help`, { defaultValue: '' })
  return (
    <Field
      label={t(`${words}.$label`)}
      optional={isRequired ? null : t('optional')}
      {...(help ? { hint: help } : {})}
      errors={complaints}
    >
      {children}
    </Field>
  )
}
