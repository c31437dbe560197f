import { Cloud, CloudOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QueueStatus } from '../../client/trial-queue'

/** Whether the steps have reached the server. Shows text only while some are waiting. */
export function SaveStatus({ status }: { status: QueueStatus }) {
  const { t } = useTranslation('player')
  const waiting = status === 'waiting'
  const Icon = waiting ? CloudOff : Cloud
  return (
    <p role="status" className="flex items-center gap-1.5 px-2 text-xs text-muted">
      <Icon className={waiting ? 'size-4 text-warn' : 'size-4 text-faint'} aria-hidden="true" />
      <span className={waiting ? '' : 'sr-only'}>
        {waiting ? t('save.waiting') : status === 'saved' ? t('save.saved') : ''}
      </span>
    </p>
  )
}
