import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { When } from '~/ui/when'
import type { AlertView } from '../alert-views'

/** Alerts with what explains each, and its history. */
export function AlertList({ alerts, mayManage }: { alerts: readonly AlertView[]; mayManage: boolean }) {
  return (
    <ul className="grid gap-3">
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} mayManage={mayManage} />
      ))}
    </ul>
  )
}

function AlertCard({ alert, mayManage }: { alert: AlertView; mayManage: boolean }) {
  const { t } = useTranslation('alerts')
  const { id, title, text, state, firstDay, href } = alert
  return (
    <li className="grid gap-2 rounded-xl bg-surface p-4 ring-1 ring-line">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium">{title}</h3>
        {state === 'seen' ? <Badge>{t('page.markedSeen')}</Badge> : null}
      </div>
      <p className="max-w-prose text-sm">{text}</p>
      <p className="text-sm text-muted">{t('page.since', { day: firstDay })}</p>
      <History entries={alert.entries} />
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <Link to={href} className="text-accent underline-offset-4 hover:underline">
          {t('page.board')}
        </Link>
        {state === 'open' && mayManage ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="id" value={id} />
            <Button type="submit" name="intent" value="seen" size="small">
              {t('page.seen')}
            </Button>
          </Form>
        ) : null}
      </div>
    </li>
  )
}

function History({ entries }: Pick<AlertView, 'entries'>) {
  const { t } = useTranslation('alerts')
  return (
    <details className="text-sm text-muted">
      <summary className="w-fit cursor-pointer pointer-coarse:py-2">{t('page.history')}</summary>
      <ol className="mt-1.5 grid gap-1">
        {entries.map(({ at, kind, byName }) => (
          <li key={`${kind}-${String(at)}`} className="flex flex-wrap gap-x-3">
            <When at={at} />
            <span>{t(`entry.${kind}`, { name: byName ?? '' })}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
