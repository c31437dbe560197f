import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConversionState } from '~/domain/insight/conversion-terms'
import type { PlainSet } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import type { Elements } from '~/ui/elements'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Stat } from '~/ui/stat'
import type { BoardFormat } from '../../figures/board-format'
import { useBoardFormat } from '../../figures/board-format'
import { trialsHref } from '../../filter/board-links'
import { boardParams, isNarrowed } from '../../filter/board-query'
import type { Overview } from '../../figures/board-views'
import { useValueNames } from '../../filter/use-value-names'
import { BoardSection } from '../../figures/components/board-section'
import { ChangeNote } from '../../figures/components/change-note'
import { ConversionSection } from '../../figures/components/conversion-section'
import { ConversionStat } from '../../figures/components/conversion-stat'
import { TrialTrend } from '../../figures/components/trial-trend'
import { BoardHead } from '../../filter/components/board-head'
import { OutcomeBar } from '../../figures/components/outcome-bar'
import { DownloadPanel } from '../../files/components/download-panel'
import { OverviewCards } from './overview-cards'
import { OverviewTable } from './overview-table'
import { RateStat } from '../../figures/components/rate-stat'

/** The overview of all demos. */
export function OverviewPage({ board, notice }: { board: Overview; notice: Elements }) {
  const { t } = useTranslation('boards')
  const { query, period, counts, demos } = board
  const format = useBoardFormat(period.timeZone)
  const nameOf = useValueNames(Object.values(board.names))
  return (
    <div className="grid gap-10">
      <BoardHead
        title={t('overview.title')}
        board={board}
        live={{}}
        nameOf={nameOf}
        format={format}
        hrefOf={paths.boards}
        actions={
          <DownloadPanel
            board="overview"
            tables={['figures', 'trend', 'demos', 'conversion', 'curve']}
            query={boardParams(query)}
          />
        }
      >
        {notice}
      </BoardHead>
      {counts.started === 0 ? (
        <NoTrials narrowed={isNarrowed(query)} />
      ) : (
        <Figures board={board} format={format} />
      )}
      {demos.length > 0 ? (
        <BoardSection title={t('overview.demos')}>
          <OverviewTable demos={demos} query={query} unit={board.period.trend.unit} format={format} />
          <OverviewCards demos={demos} query={query} format={format} />
        </BoardSection>
      ) : null}
    </div>
  )
}

function Figures({ board, format }: { board: Overview; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { query, counts, conversion, before } = board
  const listOf = (name: PlainSet) => trialsHref(query, { name })
  const converted = (state: ConversionState) => trialsHref(query, { ...conversion.terms, state })
  return (
    <>
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="grid gap-5">
          <dl>
            <Stat
              label={t('figure.trials')}
              value={format.number(counts.started)}
              to={listOf('started')}
              detail={
                <span className="grid gap-1.5">
                  <span>{t('figure.trialsDetail')}</span>
                  {before ? <ChangeNote change={before.trials} kind="count" format={format} /> : null}
                </span>
              }
            />
          </dl>
          <OutcomeBar counts={counts} format={format} hrefOf={listOf} />
        </div>
        <TrialTrend
          steps={board.trend}
          unit={board.period.trend.unit}
          isOpen={board.period.isOpen}
          before={before?.trend ?? null}
          format={format}
          hrefOf={(from, to) => trialsHref({ ...query, from, to }, { name: 'started' })}
        />
      </div>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-8 sm:grid-cols-3">
        <RateStat
          label={t('figure.completion')}
          rate={board.completion}
          to={{ numerator: listOf('finished'), denominator: listOf('started') }}
          format={format}
        >
          {before ? <ChangeNote change={before.completion} kind="rate" format={format} /> : null}
        </RateStat>
        <ConversionStat measure={conversion} format={format} hrefOf={converted} />
        <RateStat
          label={t('figure.rated')}
          rate={board.rated}
          to={{
            numerator: listOf('rated'),
            denominator: listOf('started'),
          }}
          format={format}
        >
          {before ? <ChangeNote change={before.rated} kind="rate" format={format} /> : null}
        </RateStat>
      </dl>
      <ConversionSection
        measure={conversion}
        days={board.period.conversionDays}
        query={query}
        format={format}
        hrefOf={converted}
        boardHref={paths.boards}
      />
    </>
  )
}

function NoTrials({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation('boards')
  const key = narrowed ? 'empty.narrowed' : 'empty.overview'
  return (
    <EmptyState
      icon={<ChartNoAxesColumn aria-hidden="true" className="size-6" />}
      title={t(`${key}.title`)}
      action={
        <>
          <LinkButton
            to={narrowed ? paths.boards() : paths.boards({ range: 'all' })}
            tone="secondary"
            size="small"
          >
            {t(narrowed ? 'empty.reset' : 'empty.allTime')}
          </LinkButton>
          {narrowed ? null : (
            <LinkButton to={paths.home()} tone="quiet" size="small">
              {t('empty.openCenter')}
            </LinkButton>
          )}
        </>
      }
    >
      {t(`${key}.text`)}
    </EmptyState>
  )
}
