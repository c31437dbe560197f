import { useBlocker } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../documents/components/confirm-dialog'

/** Asks before unsaved changes are left behind, inside the studio and when the page is closed. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation('studio')
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  if (blocker.state !== 'blocked') return null
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={() => blocker.reset()}
      title={t('editor.leaveTitle')}
      description={t('editor.leaveText')}
      confirm={t('editor.leave')}
      cancel={t('editor.stay')}
      onConfirm={() => blocker.proceed()}
    />
  )
}
