import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

const AGAIN_MS = 2_000

/** Says that checks of drafts still run, and reads the page again until they have ended. */
export function StillChecking({ count }: { count: number }) {
  const { t } = useTranslation('studio')
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(revalidate, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [revalidate, state, count])
  return (
    <p role="status" className="text-sm text-muted">
      {t('overview.checking', { count })}
    </p>
  )
}
