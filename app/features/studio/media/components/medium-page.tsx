import { Form, Link, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '~/domain/text'
import { isLocale, localize } from '~/domain/text'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { CopyField } from '~/ui/copy-field'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { PressTwice } from '~/ui/press-twice'
import { When } from '~/ui/when'
import type { UploadErrors } from '../upload-answer'
import { AltFields } from './alt-fields'
import type { ShownMedium } from './media-grid'
import { MediumUses } from './medium-uses'
import type { ShownUse } from './medium-uses'
import { blockSnippet, textSnippet } from './snippets'
import { useFileSize } from './use-file-size'

/** What a form of the page led to. */
export type MediumAnswer = { described: true } | { used: true } | { errors: UploadErrors }

interface WholeMedium extends ShownMedium {
  seconds: number | null
  files: { bytes: number }[]
  createdAt: string | Date
  createdBy: string
  uses: ShownUse[]
}

interface MediumPageProps {
  medium: WholeMedium
  added: { added?: 'new' | 'present' | undefined; removed?: string | undefined }
  locales: readonly Locale[]
  canEdit: boolean
  answer: MediumAnswer | null
}

/** One medium: what it is, how to use it, who does. */
export function MediumPage({ medium, added, locales, canEdit, answer }: MediumPageProps) {
  const { t } = useTranslation('media')
  const errors = answer && 'errors' in answer ? answer.errors : null
  return (
    <div className="grid max-w-5xl gap-8">
      <PageHeader
        title={<span className="break-words">{medium.title}</span>}
        eyebrow={
          <Link to={paths.media()} className="hover:underline">
            {t('title')}
          </Link>
        }
        lead={<Facts medium={medium} />}
      />
      <Notices added={added} answer={answer} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Preview medium={medium} />
        <div className="grid content-start gap-8">
          <Snippets medium={medium} />
          <MediumUses uses={medium.uses} />
        </div>
      </div>
      {canEdit ? <Editing medium={medium} locales={locales} errors={errors} /> : null}
    </div>
  )
}

function Facts({
  medium: { kind, width, height, seconds, files, createdAt, createdBy },
}: {
  medium: WholeMedium
}) {
  const { t, i18n } = useTranslation('media')
  const sizeOf = useFileSize()
  const full = files.at(-1)?.bytes ?? 0
  const lasts =
    seconds === null
      ? []
      : [
          new Intl.NumberFormat(i18n.language, {
            style: 'unit',
            unit: 'second',
            maximumFractionDigits: 1,
          }).format(seconds),
        ]
  return (
    <p className="text-sm tabular-nums">
      <span>{[t(`kind.${kind}.one`), `${width} × ${height}`, sizeOf(full), ...lasts].join(' · ')}</span>
      <span>{' · '}</span>
      <When at={createdAt} />
      <span>{` · ${t('by', { name: createdBy })}`}</span>
    </p>
  )
}

function Notices({ added: { added, removed }, answer }: Pick<MediumPageProps, 'added' | 'answer'>) {
  const { t } = useTranslation('media')
  return (
    <>
      {answer && 'described' in answer ? <Notice tone="good" live title={t('described')} /> : null}
      {answer && 'used' in answer ? <Notice tone="bad" title={t('remove.used')} /> : null}
      {!answer && added ? (
        <Notice tone={added === 'new' ? 'good' : 'neutral'} live title={t(`added.${added}`)} />
      ) : null}
      {removed ? (
        <Notice tone="warn" live title={t('added.removed')}>
          <span className="font-mono text-xs">{removed}</span>
        </Notice>
      ) : null}
    </>
  )
}

function Preview({ medium: { name, kind, alt, width, height } }: { medium: WholeMedium }) {
  const { i18n } = useTranslation('media')
  const words = localize(alt, isLocale(i18n.language) ? i18n.language : 'en')
  const shape = 'h-auto max-h-[60dvh] w-full rounded-xl bg-sunken object-contain ring-1 ring-line'
  if (kind === 'video')
    return (
      <video
        src={paths.mediumFile(name)}
        aria-label={words}
        controls
        muted
        playsInline
        preload="metadata"
        className={shape}
      />
    )
  return (
    <a href={paths.mediumFile(name)}>
      <img
        src={paths.mediumFile(name, { w: '1600' })}
        alt={words}
        width={width}
        height={height}
        className={shape}
      />
    </a>
  )
}

function Snippets({ medium }: { medium: WholeMedium }) {
  const { t } = useTranslation('media')
  const [copied, setCopied] = useState(false)
  const snippets = [
    ...(medium.kind === 'video' ? [] : [{ label: t('use.block'), value: blockSnippet(medium) }]),
    { label: t('use.text'), value: textSnippet(medium) },
  ]
  return (
    <section className="grid gap-2" aria-labelledby="use-medium">
      <h2 id="use-medium" className="text-title">
        {t('use.title')}
      </h2>
      {snippets.map(({ label, value }) => (
        <CopyField
          key={label}
          label={label}
          value={value}
          copy={t('use.copy')}
          onCopied={() => setCopied(true)}
        />
      ))}
      <p role="status" className="text-xs text-muted">
        {copied ? t('use.copied') : ''}
      </p>
    </section>
  )
}

function Editing({
  medium,
  locales,
  errors,
}: {
  medium: WholeMedium
  locales: readonly Locale[]
  errors: UploadErrors | null
}) {
  const { t } = useTranslation('media')
  const busy = useNavigation().formData?.get('intent') === 'describe'
  return (
    <div className="grid max-w-2xl gap-6 border-t border-line pt-6">
      <Form method="post" className="grid gap-4">
        <AltFields locales={locales} alt={medium.alt} errors={errors} />
        <Button type="submit" name="intent" value="describe" className="w-fit" busy={busy}>
          {t('alt.save')}
        </Button>
      </Form>
      {medium.uses.length === 0 ? (
        <PressTwice ask={t('remove.ask')} warning={t('remove.warning')} go={t('remove.go')} intent="remove" />
      ) : (
        <p className="text-sm text-muted">{t('remove.used')}</p>
      )}
    </div>
  )
}
