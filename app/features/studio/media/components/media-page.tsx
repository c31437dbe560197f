import { Form, Link, useSubmit } from '@remix-run/react'
import { Images, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MEDIUM_KINDS } from '~/domain/content/medium'
import type { MediumKind } from '~/domain/content/medium'
import type { Locale } from '~/domain/text'
import { paths } from '~/paths'
import { buttonClass } from '~/ui/button'
import { SelectInput, TextInput } from '~/ui/controls'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import type { UploadErrors } from '../upload-answer'
import { MediaGrid } from './media-grid'
import type { ShownMedium } from './media-grid'
import { UploadForm } from './upload-form'

interface MediaPageProps {
  media: ShownMedium[]
  text: string
  kind: MediumKind | null
  locales: readonly Locale[]
  canEdit: boolean
  isAdding: boolean
  isFirst: boolean
  older: string | null
  errors: UploadErrors | null
}

/** The library of pictures, drawings and videos. */
export function MediaPage(page: MediaPageProps) {
  const { media, text, kind, locales, canEdit, errors } = page
  const { t } = useTranslation('media')
  const isAdding = canEdit && (page.isAdding || errors !== null)
  const isFiltered = text !== '' || kind !== null
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={canEdit && !isAdding ? <AddButton /> : null} />
      {isAdding ? <UploadForm locales={locales} errors={errors} /> : null}
      {media.length > 0 || isFiltered ? <Filter text={text} kind={kind} /> : null}
      {media.length > 0 ? <MediaGrid media={media} /> : null}
      {media.length > 0 || isAdding ? null : <NoMedia isFiltered={isFiltered} canAdd={canEdit} />}
      <Pages page={page} />
    </>
  )
}

function Pages({ page: { text, kind, isFirst, older } }: { page: MediaPageProps }) {
  const { t } = useTranslation('media')
  const newest = paths.media({ text: text || undefined, kind: kind ?? undefined })
  return (
    <Pagination
      label={t('pages')}
      previous={isFirst ? undefined : newest}
      previousLabel={t('newest')}
      next={older ?? undefined}
      nextLabel={t('older')}
    />
  )
}

function AddButton() {
  const { t } = useTranslation('media')
  return (
    <LinkButton
      to={paths.media({ add: '1' })}
      tone="primary"
      icon={<Plus className="size-4" aria-hidden="true" />}
    >
      {t('add')}
    </LinkButton>
  )
}

/** Filters while somebody types; without JavaScript, by its button. */
function Filter({ text, kind }: { text: string; kind: MediumKind | null }) {
  const { t } = useTranslation('media')
  const submit = useSubmit()
  return (
    <Form
      role="search"
      className="flex flex-wrap gap-2"
      onChange={(event) => void submit(event.currentTarget, { replace: true })}
    >
      <TextInput
        type="search"
        name="text"
        defaultValue={text}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        autoComplete="off"
        className="sm:w-72"
      />
      <SelectInput
        name="kind"
        defaultValue={kind ?? ''}
        aria-label={t('filter.kind')}
        className="w-full sm:w-44"
      >
        <option value="">{t('filter.all')}</option>
        {MEDIUM_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}.many`)}
          </option>
        ))}
      </SelectInput>
      <noscript>
        <button className={buttonClass()}>{t('filter.go')}</button>
      </noscript>
    </Form>
  )
}

function NoMedia({ isFiltered, canAdd }: { isFiltered: boolean; canAdd: boolean }) {
  const { t } = useTranslation('media')
  if (isFiltered)
    return (
      <EmptyState
        title={t('noneFound')}
        action={
          <Link to={paths.media()} className={buttonClass()}>
            {t('filter.clear')}
          </Link>
        }
      />
    )
  return (
    <EmptyState
      icon={<Images className="size-8" aria-hidden="true" />}
      title={t('none')}
      action={canAdd ? <AddButton /> : null}
    >
      <p>{t('noneText')}</p>
    </EmptyState>
  )
}
