import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { API_SCOPES } from '~/domain/access/api-scopes'
import { Button } from '~/ui/button'
import { CheckboxInput, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { KEY_NAME_LENGTH } from '../schemas'
import { scopeWord } from '../scope-word'

/** The errors of the form by field, as codes. */
export interface KeyFormAnswer {
  errors: Partial<Record<'name' | 'scopes', string>>
}

export function NewKeyForm({ answer }: { answer: KeyFormAnswer | undefined }) {
  const { t } = useTranslation('conversions')
  const busy = useNavigation().formData?.get('intent') === 'create'
  const said = (field: 'name' | 'scopes') => {
    const code = answer?.errors[field]
    return code ? [t(`keys.error.${code}`)] : undefined
  }
  const wrongScopes = said('scopes')
  return (
    <Form method="post" className="grid max-w-2xl gap-4 rounded-xl bg-surface p-5 ring-1 ring-line">
      <h2 className="text-title">{t('keys.new')}</h2>
      <Field label={t('keys.name')} hint={t('keys.nameHint')} errors={said('name')}>
        {(control) => (
          <TextInput {...control} name="name" required maxLength={KEY_NAME_LENGTH} autoComplete="off" />
        )}
      </Field>
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 text-sm font-medium">{t('keys.scopes')}</legend>
        {API_SCOPES.map((scope) => (
          <label key={scope} className="flex min-h-8 items-center gap-2.5 text-sm pointer-coarse:min-h-11">
            <CheckboxInput name="scopes" value={scope} defaultChecked={scope === 'conversions:write'} />
            <span>{t(`keys.scope.${scopeWord(scope)}`)}</span>
            <code className="text-xs text-faint">{scope}</code>
          </label>
        ))}
        {wrongScopes ? <p className="text-xs font-medium text-bad">{wrongScopes.join(' ')}</p> : null}
      </fieldset>
      <Button type="submit" name="intent" value="create" tone="primary" className="w-fit" busy={busy}>
        {t('keys.create')}
      </Button>
    </Form>
  )
}
