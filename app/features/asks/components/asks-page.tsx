import { Link } from '@remix-run/react'
import { Inbox } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import { EmptyState } from '~/ui/empty-state'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { When } from '~/ui/when'
import type { AskList } from '../list-asks.server'
import { ASK_FILTERS } from '~/domain/ask-filter'

/** The inbox of asks, newest first. */
export function AsksPage({ filter, asks, counts, next, isFirst }: AskList & { isFirst: boolean }) {
  const { t } = useTranslation('team')
  const kept = filter === 'new' ? {} : { filter }
  return (
    <div className="grid max-w-5xl gap-6">
      <PageHeader title={t('asks.title')} lead={t('asks.lead')} />
      <AskFilters filter={filter} counts={counts} />
      {asks.length > 0 ? (
        <ul>
          {asks.map((ask) => (
            <AskItem key={ask.id} ask={ask} />
          ))}
        </ul>
      ) : (
        <EmptyState icon={<Inbox className="size-8" aria-hidden="true" />} title={t(`asks.none.${filter}`)}>
          <p>{t('asks.noneText')}</p>
        </EmptyState>
      )}
      <Pagination
        label={t('asks.pages')}
        previous={isFirst ? undefined : paths.asks(kept)}
        previousLabel={t('asks.newest')}
        next={next ? paths.asks({ ...kept, at: next.at.toISOString(), id: next.id }) : undefined}
        nextLabel={t('asks.older')}
      />
    </div>
  )
}

function AskFilters({ filter, counts }: Pick<AskList, 'filter' | 'counts'>) {
  const { t, i18n } = useTranslation('team')
  const format = new Intl.NumberFormat(i18n.language)
  const shown = ASK_FILTERS.filter((one) => one !== 'simulated' || counts.simulated > 0)
  return (
    <nav
      aria-label={t('asks.filterLabel')}
      className="-mx-4 flex gap-5 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0"
    >
      {shown.map((one) => (
        <Link
          key={one}
          to={paths.asks({ filter: one === 'new' ? undefined : one })}
          aria-current={one === filter ? 'page' : undefined}
          className="-mb-px flex min-h-10 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink pointer-coarse:min-h-11"
        >
          <span>{t(`asks.filter.${one}`)}</span>
          <span className="text-xs font-normal text-faint tabular-nums">{format.format(counts[one])}</span>
        </Link>
      ))}
    </nav>
  )
}

function AskItem({ ask }: { ask: AskList['asks'][number] }) {
  const { t } = useTranslation('team')
  const { id, kind, name, company, message, plan, at, state, assignee } = ask
  return (
    <li className="border-b border-line last:border-0">
      <Link to={paths.ask(id)} className="grid gap-1 rounded-lg px-2 py-3.5 hover:bg-sunken sm:-mx-2">
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-medium break-words">{company}</span>
          <span className="text-sm text-muted break-words">{name}</span>
          <When at={at} className="ml-auto text-xs text-faint tabular-nums" />
        </span>
        <span className="flex flex-wrap items-center gap-1.5">
          <Badge tone="accent">{t(`asks.kind.${kind}`)}</Badge>
          {plan ? <Badge>{plan}</Badge> : null}
          <Badge tone={state === 'new' ? 'warn' : 'good'}>{t(`asks.state.${state}`)}</Badge>
          {assignee ? <span className="text-xs text-muted">{assignee}</span> : null}
        </span>
        {message ? <span className="line-clamp-2 text-sm text-muted break-words">{message}</span> : null}
      </Link>
    </li>
  )
}
