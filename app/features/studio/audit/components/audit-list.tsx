import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isDocumentKind } from '~/domain/content/kinds'
import { paths } from '~/paths'
import type { AuditView } from '../audit-view'
import { useDocumentName } from '../../documents/components/document-name'
import { When } from '~/ui/when'

/** Audit entries, newest first. */
export function AuditList({ entries, times = 'full' }: { entries: AuditView[]; times?: 'full' | 'short' }) {
  return (
    <ul className="grid">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid gap-x-4 gap-y-0.5 border-b border-line py-2 text-sm last:border-0 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <AuditSentence entry={entry} />
          <When at={entry.at} length={times} className="text-xs leading-5 text-faint tabular-nums" />
          {entry.note ? <p className="text-muted sm:col-span-2">{`“${entry.note}”`}</p> : null}
        </li>
      ))}
    </ul>
  )
}

function AuditSentence({ entry }: { entry: AuditView }) {
  const { t } = useTranslation('studio')
  const detail = entry.details.map((one) => t(`audit.detail.${one}`, entry.data)).join(', ')
  return (
    <p className="min-w-0">
      <span className="font-medium">
        {entry.actor.kind === 'person' ? entry.actor.name : t(`audit.${entry.actor.kind}`)}
      </span>
      <span> </span>
      <span className="text-muted">
        {entry.isKnown ? t(`audit.action.${entry.action}`) : t('audit.other', { action: entry.action })}
      </span>
      <span> </span>
      <SubjectLink entry={entry} />
      {detail ? <span className="text-muted">{`, ${detail}`}</span> : null}
      <ChangesLink entry={entry} />
    </p>
  )
}

function SubjectLink({ entry: { data, title } }: { entry: AuditView }) {
  const { kind, slug } = data
  const nameOf = useDocumentName()
  if (!isDocumentKind(kind) || typeof slug !== 'string') return null
  return (
    <Link
      to={paths.document(kind, slug)}
      className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {nameOf({ kind, slug, title })}
    </Link>
  )
}

/** What a publishing changed, before and after, line by line. */
function ChangesLink({ entry: { data } }: { entry: AuditView }) {
  const { t } = useTranslation('studio')
  const { kind, slug, revision } = data
  if (!isDocumentKind(kind) || typeof slug !== 'string' || typeof revision !== 'number') return null
  return (
    <>
      <span> </span>
      <Link
        to={paths.history(kind, slug, { revision: String(revision) })}
        className="text-xs text-accent hover:underline"
      >
        {t('audit.changes')}
      </Link>
    </>
  )
}
