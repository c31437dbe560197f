import { Form, Link } from '@remix-run/react'
import type { SubmissionResult } from '@conform-to/react'
import { Coins } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { DownloadPanel } from '../../files/components/download-panel'
import { useBoardFormat, type BoardFormat } from '../../figures/board-format'
import type { CostList, CostView } from '../cost-views'
import { CostForm } from './cost-form'
import { CostName } from './cost-name'
import { CostTable } from './cost-table'

/** What the page says of the last form that was sent. */
export interface CostsAnswer {
  /** The cost was changed or removed by somebody else meanwhile. */
  stale?: true
  /** A removed cost cannot be put back: another one says the same by now. */
  exists?: true
  result?: SubmissionResult<string[]>
}

interface CostsPageProps {
  list: CostList
  mayManage: boolean
  answer: CostsAnswer | undefined
}

/** What was paid for channels: enter, change, remove, and put back. */
export function CostsPage({ list, mayManage, answer }: CostsPageProps) {
  const { t } = useTranslation('costs')
  const format = useBoardFormat(list.timeZone)
  const { query, costs } = list
  const edited = costs.find(({ id }) => id === query.edit)
  return (
    <div className="grid gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        eyebrow={
          <Link to={paths.channelsBoard()} className="hover:underline">
            {t('back')}
          </Link>
        }
        actions={<Actions mayManage={mayManage} />}
      />
      <Told list={list} mayManage={mayManage} answer={answer} format={format} />
      {mayManage ? (
        <CostForm
          key={edited ? `${edited.id} ${edited.version}` : (query.saved ?? 'new')}
          cost={edited}
          currency={list.currency}
          result={answer?.result}
        />
      ) : null}
      {costs.length > 0 ? (
        <CostTable list={list} mayManage={mayManage} format={format} />
      ) : (
        <EmptyState icon={<Coins aria-hidden="true" className="size-6" />} title={t('none')}>
          {t(mayManage ? 'noneText' : 'noneRead')}
        </EmptyState>
      )}
    </div>
  )
}

function Actions({ mayManage }: { mayManage: boolean }) {
  const { t } = useTranslation('costs')
  return (
    <div className="flex flex-wrap gap-2">
      {mayManage ? <LinkButton to={paths.importCosts()}>{t('upload')}</LinkButton> : null}
      <a
        href={paths.costsFile('costs.csv')}
        className="inline-flex min-h-10 items-center px-2 text-sm underline"
      >
        {t('download')}
      </a>
      <DownloadPanel board="costs" tables={['costs']} query={{ range: 'all' }} />
    </div>
  )
}

type ToldProps = CostsPageProps & { format: BoardFormat }

/** What became of the last form that was sent. */
function Told({ list: { query, removed, costs }, mayManage, answer, format }: ToldProps) {
  const { t } = useTranslation('costs')
  if (answer?.stale) return <Notice tone="bad" title={t('stale')} />
  if (answer?.exists) return <Notice tone="bad" title={t('cannotRestore')} />
  if (removed) {
    return (
      <Notice tone="good" live title={t('removed')} {...(mayManage && { action: <Undo cost={removed} /> })}>
        <CostName cost={removed} />
        <span>{` · ${format.money(removed)}`}</span>
      </Notice>
    )
  }
  const isSaved = costs.some(({ id }) => id === query.saved)
  return isSaved ? <Notice tone="good" live title={t('saved')} /> : null
}

function Undo({ cost: { id, version } }: { cost: CostView }) {
  const { t } = useTranslation('costs')
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" size="small" name="intent" value="restore">
        {t('undo')}
      </Button>
    </Form>
  )
}
