import { Form } from '@remix-run/react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button, buttonClass } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PressTwice } from '~/ui/press-twice'
import type { ConsentState } from './consent-choice'

interface PrivacyPanelProps {
  consent: ConsentState
  known: boolean
  /** Erasing was refused, because an address was typed in another browser. */
  eraseFailed: boolean
}

/** The consent and the data of this browser: to change, download or erase. */
export function PrivacyPanel({ consent, known, eraseFailed }: PrivacyPanelProps) {
  const { t } = useTranslation('center')
  return (
    <div className="grid gap-10">
      <ConsentForm consent={consent} />
      {known ? (
        <>
          <div className="grid justify-items-start gap-3">
            <h3 className="font-medium">{t('me.download')}</h3>
            <p className="max-w-xl text-sm text-muted">{t('me.downloadText')}</p>
            <a href={paths.myData()} download className={buttonClass()}>
              <Download className="size-4" aria-hidden="true" />
              <span>{t('me.downloadGo')}</span>
            </a>
          </div>
          <EraseForm failed={eraseFailed} />
        </>
      ) : null}
    </div>
  )
}

function ConsentForm({ consent }: { consent: ConsentState }) {
  const { t } = useTranslation('center')
  const given = consent.mode === 'notice' && consent.answer === 'unset' ? 'granted' : consent.answer
  if (consent.mode === 'none') return <Notice title={t('consent.noneTitle')}>{t('consent.none')}</Notice>
  if (consent.refused) return <Notice title={t('consent.refusedTitle')}>{t('consent.refused')}</Notice>
  return (
    <Form
      method="post"
      action={paths.consent()}
      preventScrollReset
      className="grid justify-items-start gap-3"
    >
      <input type="hidden" name="redirectTo" value={paths.me()} />
      <h3 className="font-medium">{t('consent.title')}</h3>
      <p className="max-w-xl text-sm text-muted">{t(`consent.${consent.mode}`)}</p>
      <div className="flex gap-2">
        {(['granted', 'denied'] as const).map((answer) => (
          <Button
            key={answer}
            type="submit"
            name="consent"
            value={answer}
            aria-pressed={given === answer}
            className="aria-pressed:bg-ink aria-pressed:text-canvas"
          >
            {t(answer === 'granted' ? 'consent.yes' : 'consent.no')}
          </Button>
        ))}
      </div>
    </Form>
  )
}

function EraseForm({ failed }: { failed: boolean }) {
  const { t } = useTranslation('center')
  return (
    <div className="grid justify-items-start gap-3">
      <h3 className="font-medium">{t('me.erase')}</h3>
      <p className="max-w-xl text-sm text-muted">{t('me.eraseText')}</p>
      {failed ? (
        <Notice tone="bad" live title={t('me.eraseGuest')}>
          {t('me.eraseGuestText')}
        </Notice>
      ) : null}
      <PressTwice ask={t('me.eraseAsk')} warning={t('me.eraseWarning')} go={t('me.eraseGo')} intent="erase" />
    </div>
  )
}
