import { Link } from '@remix-run/react'
import { BellRing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import type { AlertView } from '../alert-views'

/** The alerts that are open, as a few quiet lines; nothing while there are none. */
export function AlertPanel({ alerts }: { alerts: readonly Pick<AlertView, 'id' | 'title' | 'text'>[] }) {
  const { t } = useTranslation('alerts')
  if (alerts.length === 0) return null
  return (
    <section aria-label={t('page.title')} className="flex gap-3 rounded-xl bg-warn-soft px-4 py-3 text-sm">
      <BellRing aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="grid min-w-0 flex-1 gap-2">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium">{t('panel.title', { count: alerts.length })}</span>
          <Link to={paths.alerts()} className="underline decoration-line-strong underline-offset-4">
            {t('panel.all')}
          </Link>
        </p>
        <ul className="grid gap-1.5">
          {alerts.map(({ id, title, text }) => (
            <li key={id}>
              <span className="font-medium">{`${title}. `}</span>
              <span className="text-muted">{text}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
