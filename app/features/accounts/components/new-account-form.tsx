import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { ACCOUNT_NAME_LENGTH, DOMAIN_LENGTH } from '../schemas'

/** A company by its name, and the domain of its work email if it has one. */
export function NewAccountForm() {
  const { t } = useTranslation('accounts')
  const busy = useNavigation().formData?.get('intent') === 'create'
  return (
    <Form method="post" className="grid max-w-3xl items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
      <Field label={t('name')}>
        {(control) => (
          <TextInput {...control} name="name" required maxLength={ACCOUNT_NAME_LENGTH} autoComplete="off" />
        )}
      </Field>
      <Field label={t('domain')} optional={t('optional')}>
        {(control) => (
          <TextInput
            {...control}
            name="domain"
            maxLength={DOMAIN_LENGTH}
            autoComplete="off"
            placeholder="alder.example"
          />
        )}
      </Field>
      <Button type="submit" name="intent" value="create" tone="primary" busy={busy}>
        {t('create')}
      </Button>
    </Form>
  )
}
