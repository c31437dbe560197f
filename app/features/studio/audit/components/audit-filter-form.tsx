import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DOCUMENT_KINDS } from '~/domain/content/kinds'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectInput, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { LinkButton } from '~/ui/link-button'

interface AuditFilterFormProps {
  filter: Partial<Record<'person' | 'from' | 'to' | 'kind' | 'slug', string | undefined>>
  people: { id: string; name: string }[]
}

/** Which entries are listed: by person, by day, by document. */
export function AuditFilterForm({ filter, people }: AuditFilterFormProps) {
  const { t } = useTranslation('studio')
  return (
    <Form
      role="search"
      key={JSON.stringify(filter)}
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <Field label={t('audit.filter.person')}>
        {(control) => (
          <SelectInput {...control} name="person" defaultValue={filter.person ?? ''} className="sm:w-44">
            <option value="">{t('audit.filter.all')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      <Field label={t('audit.filter.kind')}>
        {(control) => (
          <SelectInput {...control} name="kind" defaultValue={filter.kind ?? ''} className="sm:w-40">
            <option value="">{t('audit.filter.allKinds')}</option>
            {DOCUMENT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}.one`)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      <Field label={t('audit.filter.from')}>
        {(control) => (
          <TextInput {...control} type="date" name="from" defaultValue={filter.from} className="sm:w-36" />
        )}
      </Field>
      <Field label={t('audit.filter.to')}>
        {(control) => (
          <TextInput {...control} type="date" name="to" defaultValue={filter.to} className="sm:w-36" />
        )}
      </Field>
      <Field label={t('audit.filter.slug')}>
        {(control) => (
          <TextInput
            {...control}
            name="slug"
            defaultValue={filter.slug}
            autoComplete="off"
            className="sm:w-44"
          />
        )}
      </Field>
      <span className="flex gap-2">
        <Button type="submit">{t('audit.filter.go')}</Button>
        <LinkButton to={paths.audit()} tone="quiet">
          {t('audit.filter.clear')}
        </LinkButton>
      </span>
    </Form>
  )
}
