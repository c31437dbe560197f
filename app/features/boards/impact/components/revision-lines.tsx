import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { impactHref } from '../impact-query'
import type { RevisionLine } from '../impact-view'
import type { ImpactProps } from './impact-props'
import { VerdictBadge } from './verdict-badge'

/** The published revisions, newest first, each with the verdict on its main measure; one of them is shown. */
export function RevisionLines({ board, format }: ImpactProps) {
  const { t } = useTranslation('impact')
  return (
    <nav aria-label={t('lines.label')} className="grid gap-2">
      <ol className="grid">
        {board.lines.map((line) => (
          <li key={line.number} className="border-b border-line last:border-0">
            <Line board={board} line={line} format={format} />
          </li>
        ))}
      </ol>
      <p className="text-xs text-faint">{t('lines.main')}</p>
    </nav>
  )
}

function Line({ board: { demo, query, shown }, line, format }: ImpactProps & { line: RevisionLine }) {
  const { t } = useTranslation('impact')
  const { number, at, note, main, rolledBackTo } = line
  return (
    <Link
      to={impactHref(demo.slug, query, { publish: number })}
      preventScrollReset
      aria-current={number === shown ? 'true' : undefined}
      className="-mx-2 grid gap-1 rounded-lg px-2 py-2.5 hover:bg-sunken aria-[current]:bg-sunken"
    >
      <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm font-medium">
        <span>{t('revision', { number })}</span>
        {main ? (
          <VerdictBadge impact={main.impact} />
        ) : (
          <span className="text-xs font-normal text-faint">{t('lines.first')}</span>
        )}
      </span>
      {note ? <span className="text-sm text-muted">{note}</span> : null}
      <span className="text-xs text-faint tabular-nums">
        <span>{format.instant(at)}</span>
        {rolledBackTo === null ? null : (
          <span>{` · ${t('lines.rolledBack', { number: rolledBackTo })}`}</span>
        )}
      </span>
    </Link>
  )
}
