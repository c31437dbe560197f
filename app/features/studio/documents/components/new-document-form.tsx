import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/content/kinds'
import { paths } from '~/paths'
import { Button, buttonClass } from '~/ui/button'
import { NameFields } from './name-fields'
import type { NewDocumentErrors } from './name-fields'

/** Creates a document. */
export function NewDocumentForm({ kind, errors }: { kind: DocumentKind; errors: NewDocumentErrors }) {
  const { t } = useTranslation('studio')
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="grid max-w-xl gap-4 rounded-xl bg-surface p-5 ring-1 ring-line">
      <h2 className="text-title">{t(`kind.${kind}.new`)}</h2>
      <NameFields kind={kind} errors={errors} />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={busy}>
          {t('new.create')}
        </Button>
        <Link to={paths.documents(kind)} className={buttonClass('quiet')}>
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}
