import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import { When } from '~/ui/when'

interface RevisionView {
  id: string
  number: number
  note: string
  createdAt: Date
  createdBy: string | null
}

interface RevisionListProps {
  revisions: RevisionView[]
  liveNumber: number | null
  chosen: number
  hrefOf: (number: number) => string
}

/** The revisions of a document, newest first; one of them is chosen and shown beside the list. */
export function RevisionList({ revisions, liveNumber, chosen, hrefOf }: RevisionListProps) {
  const { t } = useTranslation('studio')
  return (
    <nav aria-label={t('history.title')}>
      <ol className="grid">
        {revisions.map(({ id, number, note, createdAt, createdBy }) => (
          <li key={id} className="border-b border-line last:border-0">
            <Link
              to={hrefOf(number)}
              preventScrollReset
              aria-current={number === chosen ? 'true' : undefined}
              className="-mx-2 grid gap-0.5 rounded-lg px-2 py-2 hover:bg-sunken aria-[current]:bg-sunken"
            >
              <span className="flex items-center gap-2 text-sm font-medium">
                <span>{t('revision', { number })}</span>
                {number === liveNumber ? <Badge tone="good">{t('history.live')}</Badge> : null}
              </span>
              {note ? <span className="text-sm text-muted">{note}</span> : null}
              <span className="text-xs text-faint tabular-nums">
                <When at={createdAt} />
                <span>{createdBy ? ` · ${createdBy}` : ''}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
