import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MEDIUM_BYTES, PICTURE_PIXELS, VIDEO_SECONDS } from '~/domain/content/medium'
import type { Locale } from '~/domain/text'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import type { UploadErrors } from '../upload-answer'
import { AltFields } from './alt-fields'
import { DropZone } from './drop-zone'
import { useFileSize } from './use-file-size'
import { useUpload } from './use-upload'

interface UploadFormProps {
  locales: readonly Locale[]
  /** Of a form that was sent without JavaScript. */
  errors: UploadErrors | null
}

/** Uploads one file with its descriptions. */
export function UploadForm({ locales, errors: first }: UploadFormProps) {
  const { t } = useTranslation('media')
  const { sent, errors, isBroken, onSubmit } = useUpload(first)
  const limits = useLimits()
  const ofFile = errors && errors.problem !== 'no-alt' ? t(`problem.${errors.problem}`, limits) : null
  return (
    <Form
      method="post"
      action={paths.media()}
      encType="multipart/form-data"
      onSubmit={onSubmit}
      reloadDocument
      aria-label={t('add')}
      className="grid max-w-2xl gap-5 rounded-xl bg-surface p-4 ring-1 ring-line sm:p-6"
    >
      <DropZone error={ofFile} hint={t('upload.hint', limits)} />
      <AltFields locales={locales} errors={errors} />
      {isBroken ? <Notice tone="bad" title={t('upload.broken')} /> : null}
      {sent === null ? null : <Progress sent={sent} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" busy={sent !== null}>
          {t('upload.send')}
        </Button>
        <LinkButton to={paths.media()}>{t('upload.cancel')}</LinkButton>
      </div>
    </Form>
  )
}

function useLimits(): Record<string, string | number> {
  const sizeOf = useFileSize()
  return {
    picture: sizeOf(MEDIUM_BYTES.picture),
    drawing: sizeOf(MEDIUM_BYTES.drawing),
    video: sizeOf(MEDIUM_BYTES.video),
    pixels: PICTURE_PIXELS / 1_000_000,
    seconds: VIDEO_SECONDS,
  }
}

function Progress({ sent }: { sent: number }) {
  const { t } = useTranslation('media')
  const words = sent < 1 ? t('upload.sending', { percent: Math.floor(sent * 100) }) : t('upload.reading')
  return (
    <div className="grid gap-1.5 text-sm">
      <progress
        aria-label={t('upload.progress')}
        value={sent < 1 ? sent : undefined}
        max={1}
        className="h-2 w-full accent-accent"
      />
      <p role="status" className="text-xs text-muted tabular-nums">
        {words}
      </p>
    </div>
  )
}
