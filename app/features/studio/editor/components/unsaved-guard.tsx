import { useBlocker } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../documents/components/confirm-dialog'
import type { Draft } from './use-draft'

/** Saves before the page is left. It asks only when that is not possible, and when the page is closed. */
export function UnsavedGuard({ draft }: { draft: Draft }) {
  const { t } = useTranslation('studio')
  const isDirty = draft.dirty.length > 0
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  const isBlocked = blocker.state === 'blocked'
  const isStuck = draft.refusal !== null || draft.conflict !== null
  const { save } = draft
  useEffect(() => {
    if (isBlocked && !isDirty) blocker.proceed()
    else if (isBlocked && !isStuck) save()
    // Once for each attempt to leave, and again when its save has ended.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isBlocked, isDirty, isStuck])
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  if (!isBlocked || !isStuck) return null
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
