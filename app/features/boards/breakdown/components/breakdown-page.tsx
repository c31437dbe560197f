import { Rows3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { useBoardFormat } from '../../figures/board-format'
import { BoardHead } from '../../filter/components/board-head'
import { demoChips, demoField } from '../../filter/demo-field'
import { boardParams, isNarrowed } from '../../filter/board-query'
import { useValueNames } from '../../filter/use-value-names'
import { breakdownParams, choiceParams, type BreakdownQuery } from '../breakdown-query'
import type { BreakdownBoard } from '../breakdown-view'
import { useKeyNames } from '../use-key-names'
import { DownloadPanel } from '../../files/components/download-panel'
import { BreakdownCards } from './breakdown-cards'
import { BreakdownControls } from './breakdown-controls'
import { BreakdownTable } from './breakdown-table'
import { MoneyNote } from './money-note'

/** A measure by one or two dimensions. */
export function BreakdownPage({ board }: { board: BreakdownBoard }) {
  const { t } = useTranslation('breakdown')
  const { query, period, names } = board
  const format = useBoardFormat(period.timeZone)
  const valueOf = useValueNames(Object.values(names))
  const firstChips = demoChips(board, (rest) => paths.breakdown({ ...breakdownParams(query), ...rest }))
  return (
    <div className="grid gap-8">
      <BoardHead
        title={t('title')}
        board={board}
        nameOf={valueOf}
        format={format}
        hrefOf={paths.breakdown}
        kept={choiceParams(query)}
        withRevision={query.demo !== undefined}
        first={[demoField(board)]}
        firstChips={firstChips}
        actions={<DownloadPanel board="breakdown" tables={['rows']} query={breakdownParams(query)} />}
      >
        <BreakdownControls query={query} />
      </BoardHead>
      {board.trials === 0 ? <NoTrials query={query} /> : <Rows board={board} />}
    </div>
  )
}

function Rows({ board }: { board: BreakdownBoard }) {
  const { t } = useTranslation('breakdown')
  const { query, period, rows, rowCount } = board
  const format = useBoardFormat(period.timeZone)
  const nameOf = useKeyNames(board)
  return (
    <section className="grid gap-4" aria-label={t('title')}>
      <p className="max-w-2xl text-sm text-muted">
        <span>{t(`definition.${query.measure}`)}</span>
        {query.measure === 'trials' ? null : <span className="ml-1">{t('explained')}</span>}
      </p>
      {query.measure === 'value' ? <MoneyNote board={board} format={format} /> : null}
      <BreakdownTable board={board} format={format} nameOf={nameOf} />
      <BreakdownCards board={board} format={format} nameOf={nameOf} />
      <footer className="flex flex-wrap items-center gap-3 text-sm text-muted">
        {rows.length < rowCount ? (
          <p>{t('cut', { shown: format.number(rows.length), all: format.number(rowCount) })}</p>
        ) : null}
      </footer>
    </section>
  )
}

function NoTrials({ query }: { query: BreakdownQuery }) {
  const { t } = useTranslation('boards')
  const narrowed = isNarrowed(query) || query.demo !== undefined
  const kept = { ...choiceParams(query), demo: undefined }
  const back = narrowed ? kept : { ...kept, range: 'all', simulated: boardParams(query).simulated }
  return (
    <EmptyState
      icon={<Rows3 aria-hidden="true" className="size-6" />}
      title={t(narrowed ? 'empty.narrowed.title' : 'empty.overview.title')}
      action={
        <LinkButton to={paths.breakdown(back)} tone="secondary" size="small">
          {t(narrowed ? 'empty.reset' : 'empty.allTime')}
        </LinkButton>
      }
    >
      {t(narrowed ? 'empty.narrowed.text' : 'empty.overview.text')}
    </EmptyState>
  )
}
