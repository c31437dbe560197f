import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { KIND_LAYOUT } from '~/domain/content/kinds'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import type { AttentionItem } from '../attention-item'
import { useDocumentName } from '../../documents/components/document-name'
import { When } from '~/ui/when'

const GROUPS = ['fix', 'publish', 'complete'] as const
type Group = (typeof GROUPS)[number]

const groupOf = (item: AttentionItem): Group =>
  item.errors > 0 || item.proofFailed ? 'fix' : item.unpublished ? 'publish' : 'complete'

/** The documents that need attention, grouped by reason. */
export function AttentionList({ items }: { items: AttentionItem[] }) {
  return GROUPS.map((group) => (
    <AttentionGroup key={group} group={group} items={items.filter((item) => groupOf(item) === group)} />
  ))
}

function AttentionGroup({ group, items }: { group: Group; items: AttentionItem[] }) {
  const { t } = useTranslation('studio')
  if (items.length === 0) return null
  return (
    <section className="grid gap-1" aria-labelledby={`attention-${group}`}>
      <h2 id={`attention-${group}`} className="text-sm font-medium text-muted">
        <span>{`${t(`overview.${group}`)} `}</span>
        <span className="tabular-nums text-faint">{items.length}</span>
      </h2>
      <ul className="grid">
        {items.map((item) => (
          <AttentionRow key={item.document.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function AttentionRow({ item }: { item: AttentionItem }) {
  const { t } = useTranslation('studio')
  const nameOf = useDocumentName()
  const { kind, slug, updatedAt } = item.document
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to={paths.document(kind, slug)}
        className="-mx-2 grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 rounded-lg px-2 py-2 hover:bg-sunken"
      >
        <span className="min-w-0">
          <span className="font-medium">{nameOf(item.document)}</span>
          {KIND_LAYOUT[kind].singleton ? null : (
            <span className="ml-2 text-sm text-faint">{t(`kind.${kind}.one`)}</span>
          )}
        </span>
        <When at={updatedAt} length="short" className="text-xs text-faint tabular-nums" />
        <span className="col-span-2 flex flex-wrap gap-1">
          <Reasons item={item} />
        </span>
      </Link>
    </li>
  )
}

function Reasons({ item }: { item: AttentionItem }) {
  const { t } = useTranslation('studio')
  const { errors, proofFailed, missingTexts, warnings, unpublished, document } = item
  return (
    <>
      {errors > 0 ? <Badge tone="bad">{t('overview.errors', { count: errors })}</Badge> : null}
      {proofFailed ? <Badge tone="bad">{t('overview.proofFailed')}</Badge> : null}
      {missingTexts > 0 ? <Badge tone="warn">{t('overview.missing', { count: missingTexts })}</Badge> : null}
      {warnings > 0 ? <Badge tone="neutral">{t('overview.warnings', { count: warnings })}</Badge> : null}
      {unpublished ? (
        <Badge tone="accent">{t(document.liveNumber === null ? 'neverPublished' : 'differs')}</Badge>
      ) : null}
    </>
  )
}
