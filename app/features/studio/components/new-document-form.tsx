import { Form, Link, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/content/kinds'
import { paths } from '~/paths'
import { Button, buttonClass } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { slugFrom } from '../slug-from'

/** What the server said of the last attempt, by field. */
export type NewDocumentErrors = Partial<Record<'title' | 'slug', string>>

/** Begins a document. The address follows the name until somebody changes it. */
export function NewDocumentForm({ kind, errors }: { kind: DocumentKind; errors: NewDocumentErrors }) {
  const { t } = useTranslation('studio')
  const [slug, setSlug] = useState('')
  const [isOwn, setOwn] = useState(false)
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="grid max-w-xl gap-4 rounded-xl bg-surface p-5 ring-1 ring-line">
      <div className="grid gap-1">
        <h2 className="text-title">{t(`kind.${kind}.new`)}</h2>
        {kind === 'demo' ? <p className="text-sm text-muted">{t('new.lead')}</p> : null}
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('new.name')} errors={errors.title ? [errors.title] : undefined}>
          {(control) => (
            <TextInput
              {...control}
              name="title"
              required
              maxLength={120}
              // The form was asked for: the first thing to do in it is to name the document.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              autoComplete="off"
              onChange={(event) => (isOwn ? undefined : setSlug(slugFrom(event.target.value)))}
            />
          )}
        </Field>
        <Field
          label={t('new.slug')}
          hint={t('new.slugHint')}
          errors={errors.slug ? [errors.slug] : undefined}
        >
          {(control) => (
            <TextInput
              {...control}
              name="slug"
              required
              maxLength={80}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              autoComplete="off"
              value={slug}
              onChange={(event) => {
                setOwn(event.target.value !== '')
                setSlug(event.target.value)
              }}
            />
          )}
        </Field>
      </div>
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
