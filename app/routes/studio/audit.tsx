import { useLoaderData } from '@remix-run/react'
import { ClipboardList } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { auditViews } from '~/features/studio/audit/audit-view'
import { AuditList } from '~/features/studio/audit/components/audit-list'
import { defineLoader } from '~/platform/http/define-loader'
import { TimeZoneProvider } from '~/ui/when'
import { listAudit } from '~/features/studio/audit/list-audit.server'
import { listDocuments } from '~/features/studio/documents/list-documents.server'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { paths } from '~/paths'
import { readPlace } from '~/platform/http/read-place'
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
  const [{ entries, next }, documents] = await Promise.all([
    listAudit({ ctx, input: before ? { before } : {} }),
    listDocuments({ ctx, input: {} }),
  ])
  return {
    entries: auditViews(entries, documents),
    isFirst: !before,
    leftOut,
    older: next ? paths.audit({ at: next.at.toISOString(), id: next.id }) : undefined,
    timeZone: await workspaceTimeZone(ctx),
    title: fixedT(ctx.locale, 'studio')('audit.title'),
  }
})

export const meta = ({ data, matches }: { data?: { title: string }; matches: PageMatches }) => [
  siteTitle(matches, data?.title ?? 'Studio'),
]

export default function Audit() {
  const { entries, isFirst, older, leftOut, timeZone } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  return (
    <TimeZoneProvider value={timeZone}>
      <div className="grid max-w-4xl gap-6">
        <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
        <LeftOutNotice leftOut={leftOut} />
        {entries.length > 0 ? (
          <AuditList entries={entries} />
        ) : (
          <EmptyState icon={<ClipboardList className="size-8" aria-hidden="true" />} title={t('audit.none')}>
            <p>{t('audit.noneText')}</p>
          </EmptyState>
        )}
        <Pagination
          label={t('audit.pages')}
          previous={isFirst ? undefined : paths.audit()}
          previousLabel={t('audit.newest')}
          next={older}
          nextLabel={t('audit.older')}
        />
      </div>
    </TimeZoneProvider>
  )
}
