import { Link } from '@remix-run/react'
import { Plus, Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHeader } from '~/ui/page-header'
import { When } from '~/ui/when'
import { useBoardFormat } from '../../figures/board-format'
import type { SplitView } from '../split-views'
import { useSplitWords } from './split-name'
import { SplitStateBadge } from './split-state-badge'

/** All traffic splits, the newest first. */
export function SplitsPage({
  splits,
  timeZone,
  mayStart,
}: {
  splits: readonly SplitView[]
  timeZone: string
  mayStart: boolean
}) {
  const { t } = useTranslation('splits')
  const start = mayStart ? (
    <LinkButton to={paths.newSplit()} tone="primary" icon={<Plus className="size-4" aria-hidden="true" />}>
      {t('new')}
    </LinkButton>
  ) : null
  return (
    <div className="grid gap-8">
      <PageHeader title={t('title')} lead={t('lead')} actions={splits.length > 0 ? start : null} />
      {splits.length === 0 ? (
        <EmptyState icon={<Split className="size-8" aria-hidden="true" />} title={t('none')} action={start}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <SplitTable splits={splits} timeZone={timeZone} />
      )}
    </div>
  )
}

function SplitTable({ splits, timeZone }: { splits: readonly SplitView[]; timeZone: string }) {
  const { t } = useTranslation('splits')
  const words = useSplitWords()
  const format = useBoardFormat(timeZone)
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <HeadCell>{t('column.name')}</HeadCell>
          <HeadCell>{t('column.document')}</HeadCell>
          <HeadCell>{t('column.sides')}</HeadCell>
          <HeadCell>{t('column.measure')}</HeadCell>
          <HeadCell>{t('column.started')}</HeadCell>
          <HeadCell>{t('column.state')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {splits.map((split) => (
          <Row key={split.id}>
            <Cell>
              <Link to={paths.split(split.id)} className="font-medium text-accent hover:underline">
                {split.name}
              </Link>
            </Cell>
            <Cell>{words.document(split)}</Cell>
            <Cell className="whitespace-nowrap">
              {t('sides', {
                control: words.control(split),
                variant: words.variant(split),
                share: format.percent(split.variantShare),
              })}
            </Cell>
            <Cell>{words.measure(split)}</Cell>
            <Cell className="whitespace-nowrap">
              <When at={split.startedAt} />
            </Cell>
            <Cell>
              <SplitStateBadge state={split.state} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
