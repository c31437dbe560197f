import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/select-field'
import type { SplitForm } from '../open-split-form.server'

/** The first question of a new split: of which document. */
export function ChooseDocument({ documents, chosen }: Pick<SplitForm, 'documents' | 'chosen'>) {
  const { t } = useTranslation('splits')
  const options = documents.map(({ kind, slug, title }) => ({
    value: `${kind}/${slug}`,
    label: kind === 'plans' ? t('kind.plans') : `${t(`kind.${kind}`)} · ${title}`,
  }))
  return (
    <Form method="get" className="flex max-w-2xl flex-wrap items-end gap-3">
      <div className="min-w-64 flex-1">
        <SelectField
          label={t('form.document')}
          name="document"
          value={chosen ? `${chosen.kind}/${chosen.slug}` : (options[0]?.value ?? '')}
          options={options}
        />
      </div>
      <Button type="submit">{t('form.choose')}</Button>
    </Form>
  )
}
