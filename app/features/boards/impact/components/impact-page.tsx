import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/ui/empty-state'
import { DemoHead } from '../../demo/components/demo-head'
import { NoTrials } from '../../figures/components/no-trials'
import { paths } from '~/paths'
import { DownloadPanel } from '../../files/components/download-panel'
import { useBoardFormat } from '../../figures/board-format'
import { boardParams } from '../../filter/board-query'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { DAY_CHOICES, impactHref, impactParams } from '../impact-query'
import type { ImpactBoard } from '../impact-view'
import { ImpactDetail } from './impact-detail'
import type { ImpactProps } from './impact-props'
import { RevisionLines } from './revision-lines'

/** What each published revision of a demo changed. */
export function ImpactPage({ board }: { board: ImpactBoard }) {
  const { query, period } = board
  const format = useBoardFormat(period.timeZone)
  return (
    <div className="grid gap-10">
      <DemoHead
        board={board}
        page="revisions"
        format={format}
        kept={impactParams(query)}
        withDays={false}
        actions={
          <DownloadPanel
            board="revisions"
            tables={['revisions', 'measures']}
            query={{ slug: board.demo.slug, ...impactParams(query), ...boardParams(query) }}
          />
        }
      >
        <DayChoice board={board} />
      </DemoHead>
      <div className="grid items-start gap-x-12 gap-y-10 xl:grid-cols-[19rem_minmax(0,1fr)]">
        <RevisionLines board={board} format={format} />
        {board.isEmpty ? (
          <NoTrials
            narrowed
            hrefOf={(rest) => paths.demoRevisions(board.demo.slug, { ...impactParams(query), ...rest })}
          />
        ) : (
          <Shown board={board} format={format} />
        )}
      </div>
    </div>
  )
}

function DayChoice({ board: { demo, query } }: { board: ImpactBoard }) {
  const { t } = useTranslation('impact')
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
      <span>{t('days.label')}</span>
      <ChoiceLinks
        label={t('days.label')}
        choices={DAY_CHOICES.map((days) => ({
          key: days,
          label: t('days.choice', { count: Number(days) }),
          to: impactHref(demo.slug, { ...query, asOf: undefined }, { days }),
          current: days === query.days,
        }))}
      />
    </div>
  )
}

function Shown({ board, format }: ImpactProps) {
  const { t } = useTranslation('impact')
  const { shown, impact } = board
  if (impact) return <ImpactDetail board={board} impact={impact} format={format} />
  return (
    <EmptyState
      icon={<History aria-hidden="true" className="size-6" />}
      title={t('first.title', { number: shown })}
    >
      {t('first.text')}
    </EmptyState>
  )
}
