import { useLoaderData } from '@remix-run/react'
import { ClipboardList } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { auditViews } from '~/features/studio/audit/audit-view'
import { AuditFilterForm } from '~/features/studio/audit/components/audit-filter-form'
import { AuditList } from '~/features/studio/audit/components/audit-list'
import { defineLoader } from '~/platform/http/define-loader'
import { TimeZoneProvider } from '~/ui/when'
import { listAuditActors } from '~/features/studio/audit/list-audit-actors.server'
import { listAudit } from '~/features/studio/audit/list-audit.server'
import { listDocuments } from '~/features/studio/documents/list-documents.server'
import { auditFilterSchema } from '~/features/studio/schemas'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { paths } from '~/paths'
import { readPlace } from '~/platform/http/read-place'
import { readQuery } from '~/platform/http/read-query'
import { buttonClass } from '~/ui/button'
import { fixedT } from '~/platform/language/i18n'
import { EmptyState } from '~/ui/empty-state'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio'] }

export const loader = defineLoader('audit.read', async ({ ctx, url }) => {
  const { place: before, leftOut } = readPlace(url)
  const { query: filter, leftOut: unread } = readQuery(
    auditFilterSchema,
    Object.fromEntries(url.searchParams),
  )
  const [{ entries, next }, documents, people] = await Promise.all([
    listAudit({ ctx, input: { ...filter, before } }),
    listDocuments({ ctx, input: {} }),
    listAuditActors({ ctx }),
  ])
  return {
    entries: auditViews(entries, documents),
    ...{ filter, people, isFirst: !before, leftOut: [...leftOut, ...unread] },
    older: next ? paths.audit({ ...filter, at: next.at.toISOString(), id: next.id }) : undefined,
    timeZone: await workspaceTimeZone(ctx),
    title: fixedT(ctx.locale, 'studio')('audit.title'),
  }
})

export const meta = ({ data, matches }: { data?: { title: string }; matches: PageMatches }) => [
  siteTitle(matches, data?.title ?? 'Studio'),
]

export default function Audit() {
  const { entries, filter, people, isFirst, older, leftOut, timeZone } = useLoaderData<typeof loader>()
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const { t } = useTranslation('studio')
  return (
    <TimeZoneProvider value={timeZone}>
      <div className="grid max-w-4xl gap-6">
        <PageHeader
          title={t('audit.title')}
          lead={t('audit.lead')}
          actions={
            <a href={paths.exportAudit(filter)} download className={buttonClass('secondary', 'small')}>
              {t('audit.export')}
            </a>
          }
        />
        <LeftOutNotice leftOut={leftOut} />
        {entries.length > 0 || isFiltered ? <AuditFilterForm filter={filter} people={people} /> : null}
        {entries.length > 0 ? (
          <AuditList entries={entries} />
        ) : (
          <EmptyState
            icon={<ClipboardList className="size-8" aria-hidden="true" />}
            title={t(isFiltered ? 'audit.noneFound' : 'audit.none')}
          >
            {isFiltered ? null : <p>{t('audit.noneText')}</p>}
          </EmptyState>
        )}
        <Pagination
          label={t('audit.pages')}
          previous={isFirst ? undefined : paths.audit(filter)}
          previousLabel={t('audit.newest')}
          next={older}
          nextLabel={t('audit.older')}
        />
      </div>
    </TimeZoneProvider>
  )
}
