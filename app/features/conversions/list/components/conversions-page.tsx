import { useFetcher } from '@remix-run/react'
import { Download, Goal, Upload } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { buttonClass } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import type { ConversionFilter } from '../../schemas'
import { ActDialog } from './act-dialog'
import type { ActAnswer } from './act-dialog'
import type { ConversionAct } from './conversion-actions'
import { ConversionCards } from './conversion-cards'
import { ConversionFilters } from './conversion-filters'
import { ConversionTable } from './conversion-table'
import type { ConversionView } from '../conversion-view'

export interface ConversionsPageProps {
  filter: ConversionFilter
  conversions: ConversionView[]
  counts: Record<ConversionFilter, number>
  next: { at: Date; id: string } | null
  isFirst: boolean
  windowDays: number
  mayManage: boolean
}

/** The list of conversions, with actions to match or withdraw them. */
export function ConversionsPage(page: ConversionsPageProps) {
  const { t } = useTranslation('conversions')
  const { filter, conversions, counts, mayManage } = page
  const { fetcher, chosen, choose, done } = useAct()
  const list = { conversions, windowDays: page.windowDays, mayManage, onAct: choose }
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t('conversions.title')}
        lead={t('conversions.lead')}
        actions={<PageActions filter={filter} mayManage={mayManage} />}
      />
      {done ? <Notice tone="good" live title={t(`conversions.done.${done}`)} /> : null}
      <ConversionFilters filter={filter} counts={counts} />
      {filter === 'all' ? null : (
        <p className="max-w-2xl text-sm text-muted">{t(`conversions.filterText.${filter}`)}</p>
      )}
      {conversions.length > 0 ? (
        <>
          <ConversionTable {...list} />
          <ConversionCards {...list} />
        </>
      ) : (
        <NoConversions filter={filter} />
      )}
      <Pages {...page} />
      {chosen ? <ActDialog {...chosen} fetcher={fetcher} onClose={() => choose(null)} /> : null}
    </div>
  )
}

function useAct() {
  const fetcher = useFetcher<ActAnswer>()
  const [chosen, setChosen] = useState<{ act: ConversionAct; conversion: ConversionView } | null>(null)
  const done = fetcher.data && 'done' in fetcher.data ? fetcher.data.done : null
  useEffect(() => {
    if (fetcher.state === 'idle' && done) setChosen(null)
  }, [fetcher.state, fetcher.data, done])
  const choose = (act: ConversionAct | null, conversion?: ConversionView) =>
    setChosen(act && conversion ? { act, conversion } : null)
  return { fetcher, chosen, choose, done }
}

function PageActions({ filter, mayManage }: { filter: ConversionFilter; mayManage: boolean }) {
  const { t } = useTranslation('conversions')
  return (
    <>
      <a href={paths.exportConversions({ filter })} download className={buttonClass()}>
        <Download className="size-4" aria-hidden="true" />
        <span>{t('conversions.export')}</span>
      </a>
      {mayManage ? (
        <LinkButton
          to={paths.importConversions()}
          tone="primary"
          icon={<Upload className="size-4" aria-hidden="true" />}
        >
          {t('conversions.import')}
        </LinkButton>
      ) : null}
    </>
  )
}

function NoConversions({ filter }: { filter: ConversionFilter }) {
  const { t } = useTranslation('conversions')
  if (filter !== 'all')
    return <p className="py-10 text-center text-sm text-faint">{t('conversions.noneOf')}</p>
  return (
    <EmptyState icon={<Goal className="size-8" aria-hidden="true" />} title={t('conversions.none')}>
      <p>{t('conversions.noneText')}</p>
    </EmptyState>
  )
}

function Pages({ filter, next, isFirst }: ConversionsPageProps) {
  const { t } = useTranslation('conversions')
  const kept = filter === 'all' ? {} : { filter }
  return (
    <Pagination
      label={t('conversions.pages')}
      previous={isFirst ? undefined : paths.conversions(kept)}
      previousLabel={t('conversions.newest')}
      next={next ? paths.conversions({ ...kept, at: next.at.toISOString(), id: next.id }) : undefined}
      nextLabel={t('conversions.older')}
    />
  )
}
