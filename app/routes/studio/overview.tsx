import { Link, useLoaderData } from '@remix-run/react'
import { CircleCheck, Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { auditViews } from '~/features/studio/audit/audit-view'
import { AttentionList } from '~/features/studio/home/components/attention-list'
import { StillChecking } from '~/features/studio/home/components/still-checking'
import { AuditList } from '~/features/studio/audit/components/audit-list'
import { TimeZoneProvider } from '~/ui/when'
import { countByStatus } from '~/features/studio/home/count-by-status'
import { listAttention } from '~/features/studio/home/list-attention.server'
import { listAudit } from '~/features/studio/audit/list-audit.server'
import { listDocuments } from '~/features/studio/documents/list-documents.server'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { redirectToStartPage } from '~/platform/http/redirect-to-start-page'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHeader } from '~/ui/page-header'
import { Stat } from '~/ui/stat'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio'] }

const RECENT = 12

export const loader = defineLoader('signed-in', async ({ ctx }) => {
  redirectToStartPage(ctx, 'documents.edit')
  const [attention, documents, audit, timeZone] = await Promise.all([
    listAttention({ ctx }),
    listDocuments({ ctx, input: {} }),
    listAudit({ ctx, input: { document: 'any', limit: RECENT } }),
    workspaceTimeZone(ctx),
  ])
  const title = fixedT(ctx.locale, 'studio')('overview.title')
  return {
    ...attention,
    counts: countByStatus(documents),
    recent: auditViews(audit.entries, documents),
    timeZone,
    title,
  }
})

export const meta = ({ data, matches }: { data?: { title: string }; matches: PageMatches }) => [
  siteTitle(matches, data?.title ?? 'Studio'),
]

export default function Overview() {
  const { items, checking, counts, recent, timeZone } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  const isEmpty = counts.published + counts.draft + counts.retired === 0
  return (
    <TimeZoneProvider value={timeZone}>
      <div className="grid gap-8">
        <PageHeader title={t('overview.title')} lead={t('overview.lead')} />
        {isEmpty ? <NoContent /> : <Counts counts={counts} />}
        <div className="grid items-start gap-x-16 gap-y-10 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid gap-8">
            {items.length > 0 ? (
              <AttentionList items={items} />
            ) : isEmpty || checking > 0 ? null : (
              <AllClear />
            )}
            {checking > 0 ? <StillChecking count={checking} /> : null}
          </div>
          <section className="grid gap-1" aria-labelledby="recent">
            <h2 id="recent" className="text-sm font-medium text-muted">
              {t('overview.recent')}
            </h2>
            {recent.length > 0 ? (
              <AuditList entries={recent} times="short" />
            ) : (
              <p className="text-sm text-faint">{t('overview.noChanges')}</p>
            )}
            <Link to={paths.audit()} className="mt-2 w-fit text-sm text-accent hover:underline">
              {t('overview.allChanges')}
            </Link>
          </section>
        </div>
      </div>
    </TimeZoneProvider>
  )
}

function Counts({ counts }: { counts: Record<'published' | 'draft' | 'retired', number> }) {
  const { t } = useTranslation('studio')
  return (
    <dl className="flex gap-12">
      <Stat label={t('overview.counts.published')} value={counts.published} />
      <Stat label={t('overview.counts.draft')} value={counts.draft} />
      <Stat label={t('overview.counts.retired')} value={counts.retired} />
    </dl>
  )
}

function AllClear() {
  const { t } = useTranslation('studio')
  return (
    <EmptyState icon={<CircleCheck className="size-8" aria-hidden="true" />} title={t('overview.clear')}>
      <p>{t('overview.clearText')}</p>
    </EmptyState>
  )
}

function NoContent() {
  const { t } = useTranslation('studio')
  return (
    <EmptyState
      icon={<Workflow className="size-8" aria-hidden="true" />}
      title={t('overview.empty')}
      action={
        <LinkButton tone="primary" to={`${paths.documents('demo')}?new`}>
          {t('kind.demo.new')}
        </LinkButton>
      }
    >
      <p>{t('overview.emptyText')}</p>
    </EmptyState>
  )
}
