import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import { When } from '~/ui/when'
import type { TriedDemo } from '../read-ask.server'

/** The trials of a prospect, each with its replay. */
export function TriedList({
  tried,
  named,
  mayReplay,
}: {
  tried: TriedDemo[]
  /** The trial from which they asked. */
  named: string | null
  mayReplay: boolean
}) {
  const { t } = useTranslation('team')
  return (
    <section aria-labelledby="tried" className="grid gap-2">
      <h2 id="tried" className="text-title">
        {t('ask.tried')}
      </h2>
      {tried.length === 0 ? <p className="text-sm text-muted">{t('ask.nothingTried')}</p> : null}
      <ul>
        {tried.map(({ id, demo, plan, startedAt, score, outcome }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5 text-sm last:border-0"
          >
            <span className="font-medium">{demo}</span>
            <Badge>{plan}</Badge>
            {id === named ? <Badge tone="accent">{t('ask.cameFrom')}</Badge> : null}
            <span className="text-muted">
              {outcome === 'success' ? t('ask.finished') : t('ask.unfinished')}
            </span>
            {score === null ? null : (
              <span className="text-muted tabular-nums">{t('ask.score', { score })}</span>
            )}
            <When at={startedAt} className="text-xs text-faint tabular-nums" />
            {mayReplay ? (
              <Link to={paths.replay(id)} className="ml-auto underline underline-offset-4">
                {t('ask.replay')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
