import { Link } from '@remix-run/react'
import { Mail } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { When } from '~/ui/when'
import type { MailPage } from '../list-mails.server'
import { MAIL_STATES } from '../mail-states'
import { MailStateBadge } from './mail-state-badge'

type OutboxPageProps = MailPage & { state: (typeof MAIL_STATES)[number] | null; isFirst: boolean }

/** The list of messages in the outbox. */
export function OutboxPage({ mails, counts, next, isSending, state, isFirst }: OutboxPageProps) {
  const { t } = useTranslation('team')
  const kept = state ? { state } : {}
  return (
    <div className="grid max-w-5xl gap-6">
      <PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />
      {isSending ? null : <Notice title={t('outbox.noServer')}>{t('outbox.noServerText')}</Notice>}
      <StateFilters state={state} counts={counts} />
      {mails.length > 0 ? (
        <ul>
          {mails.map(({ id, to, subject, createdAt, state: stands }) => (
            <li key={id} className="border-b border-line last:border-0">
              <Link
                to={paths.outboxMessage(id)}
                className="grid gap-1 rounded-lg px-2 py-3 text-sm hover:bg-sunken sm:-mx-2"
              >
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="font-medium break-words">{subject}</span>
                  <MailStateBadge state={stands} />
                  <When at={createdAt} className="ml-auto text-xs text-faint tabular-nums" />
                </span>
                <span className="text-muted break-all">{to}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon={<Mail className="size-8" aria-hidden="true" />} title={t('outbox.none')}>
          <p>{t('outbox.noneText')}</p>
        </EmptyState>
      )}
      <Pagination
        label={t('outbox.pages')}
        previous={isFirst ? undefined : paths.outbox(kept)}
        previousLabel={t('asks.newest')}
        next={next ? paths.outbox({ ...kept, at: next.at.toISOString(), id: next.id }) : undefined}
        nextLabel={t('asks.older')}
      />
    </div>
  )
}

function StateFilters({ state, counts }: Pick<OutboxPageProps, 'state' | 'counts'>) {
  const { t, i18n } = useTranslation('team')
  const format = new Intl.NumberFormat(i18n.language)
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const filters = [{ one: null, count: all }, ...MAIL_STATES.map((one) => ({ one, count: counts[one] }))]
  return (
    <nav
      aria-label={t('outbox.filterLabel')}
      className="-mx-4 flex gap-5 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0"
    >
      {filters.map(({ one, count }) => (
        <Link
          key={one ?? 'all'}
          to={paths.outbox(one ? { state: one } : {})}
          aria-current={one === state ? 'page' : undefined}
          className="-mb-px flex min-h-10 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink pointer-coarse:min-h-11"
        >
          <span>{t(`outbox.state.${one ?? 'all'}`)}</span>
          <span className="text-xs font-normal text-faint tabular-nums">{format.format(count)}</span>
        </Link>
      ))}
    </nav>
  )
}
