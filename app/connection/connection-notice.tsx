import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { paths } from '~/paths'
import { startKeepingModules } from './start'
import { currentTrouble, showTrouble, watchTrouble } from './trouble'
import type { Trouble } from './trouble'

const nothing = () => null

function tryAgain({ again }: Trouble): void {
  showTrouble(null)
  again?.()
}

/** Shows above everything what failed and why, with a way to try again. Announced at once. */
export function ConnectionNotice() {
  const { t } = useTranslation('common')
  const trouble = useSyncExternalStore(watchTrouble, currentTrouble, nothing)
  const started = useRef(false)
  useEffect(() => {
    if (!started.current) startKeepingModules()
    started.current = true
  }, [])
  return (
    <div data-above-dialogs="" className="pointer-events-auto fixed inset-x-0 bottom-0 z-60">
      {trouble ? (
        <div
          role="alert"
          className="mx-auto mb-4 flex w-[calc(100%-2rem)] max-w-xl flex-wrap items-center gap-x-4 gap-y-3 rounded-xl bg-raised px-5 py-4 text-sm shadow-float ring-1 ring-line-strong"
        >
          <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
            <p className="font-medium">{t(`connection.${trouble.kind}.title`)}</p>
            <p className="text-muted">
              {`${t(`connection.${trouble.kind}.text`)} ${t(trouble.sent ? 'connection.notSent' : 'connection.kept')}`}
            </p>
          </div>
          <div className="flex gap-2">
            {trouble.kind === 'signedOut' ? (
              <LinkButton to={paths.signIn()} target="_blank" size="small">
                {t('connection.signIn')}
              </LinkButton>
            ) : null}
            {trouble.again ? (
              <Button tone="primary" size="small" onClick={() => tryAgain(trouble)}>
                {t('connection.again')}
              </Button>
            ) : null}
            {trouble.kind === 'signedOut' ? null : (
              <Button tone="quiet" size="small" onClick={() => showTrouble(null)}>
                {t('connection.dismiss')}
              </Button>
            )}
          </div>
        </div>
      ) : null}
    </div>
  )
}
