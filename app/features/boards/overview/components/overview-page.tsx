import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainSet } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import type { Elements } from '~/ui/elements'
import { LinkButton } from '~/ui/link-button'
import type { BoardFormat } from '../../figures/board-format'
import { useBoardFormat } from '../../figures/board-format'
import { trialsHref } from '../../filter/board-links'
import { boardParams, isNarrowed } from '../../filter/board-query'
import type { Overview } from '../../figures/board-views'
import type { ValueNames } from '../../filter/filter-fields'
import { ChangeSection } from '../../changes/components/change-section'
import { useValueNames } from '../../filter/use-value-names'
import { BoardSection } from '../../figures/components/board-section'
import { TrialTrend } from '../../figures/components/trial-trend'
import { BoardHead } from '../../filter/components/board-head'
import { NoTrials } from '../../figures/components/no-trials'
import { OutcomeBar } from '../../figures/components/outcome-bar'
import { DownloadPanel } from '../../files/components/download-panel'
import { StageSection } from '../../stages/components/stage-section'
import type { TargetProblem } from '../../targets/target-problem'
import { OverviewCards } from './overview-cards'
import { OverviewTable } from './overview-table'

const TABLES = ['figures', 'trend', 'demos', 'stages', 'stageTrends', 'changes', 'conversion', 'curve']

/** The overview of all demos. */
export function OverviewPage({
  board,
  notice,
  simulatedAction,
  problem,
}: {
  board: Overview
  notice: Elements
  /** What may be done about simulated trials. */
  simulatedAction: Elements
  /** Why a change of a target was refused. */
  problem: TargetProblem | null
}) {
  const { t } = useTranslation('boards')
  const { query, period, counts, demos } = board
  const format = useBoardFormat(period.timeZone)
  const nameOf = useValueNames(Object.values(board.names))
  return (
    <div className="grid gap-10 print:gap-4">
      <BoardHead
        title={t('overview.title')}
        board={board}
        live={{}}
        nameOf={nameOf}
        format={format}
        hrefOf={paths.boards}
        simulatedAction={simulatedAction}
        actions={<DownloadPanel board="overview" tables={TABLES} query={boardParams(query)} />}
      >
        {notice}
      </BoardHead>
      {counts.started === 0 ? (
        <NoTrials narrowed={isNarrowed(query)} hrefOf={paths.boards}>
          <LinkButton to={paths.home()} tone="quiet" size="small">
            {t('empty.openCenter')}
          </LinkButton>
        </NoTrials>
      ) : (
        <Figures board={board} format={format} nameOf={nameOf} problem={problem} />
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

function Figures({
  board,
  format,
  nameOf,
  problem,
}: {
  board: Overview
  format: BoardFormat
  nameOf: ValueNames
  problem: TargetProblem | null
}) {
  const { query, counts, before, conversion, period } = board
  const listOf = (name: PlainSet) => trialsHref(query, { name })
  return (
    <>
      <StageSection {...{ conversion, period, query, format, problem }} board={board.stages} />
      {board.changes ? (
        <ChangeSection changes={board.changes} {...{ query, nameOf, format }} names={board.names} />
      ) : null}
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] print:grid-cols-2 print:gap-8">
        <OutcomeSection counts={counts} format={format} hrefOf={listOf} />
        <TrialTrend
          steps={board.trend}
          unit={period.trend.unit}
          isOpen={period.isOpen}
          before={before?.trend ?? null}
          format={format}
          hrefOf={(from, to) => trialsHref({ ...query, from, to }, { name: 'started' })}
        />
      </div>
    </>
  )
}

function OutcomeSection(props: ComponentProps<typeof OutcomeBar>) {
  const { t } = useTranslation('stages')
  return (
    <BoardSection title={t('outcomes')}>
      <OutcomeBar {...props} />
    </BoardSection>
  )
}
