import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { DownloadPanel } from '../../files/components/download-panel'
import { useBoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { ConversionSection } from '../../figures/components/conversion-section'
import { NoTrials } from '../../figures/components/no-trials'
import { trialsHref } from '../../filter/board-links'
import { boardParams, isNarrowed } from '../../filter/board-query'
import { BoardHead } from '../../filter/components/board-head'
import { useValueNames } from '../../filter/use-value-names'
import type { ConversionBoard } from '../conversion-view'
import { GoalTable } from './goal-table'

/** Conversion of all demos: the headline with its curve, and every goal beside the others. */
export function ConversionBoardPage({ board }: { board: ConversionBoard }) {
  const { t } = useTranslation('stages')
  const { query, period, measure } = board
  const format = useBoardFormat(period.timeZone)
  const nameOf = useValueNames(Object.values(board.names))
  return (
    <div className="grid gap-10">
      <BoardHead
        title={t('conversion.title')}
        board={board}
        nameOf={nameOf}
        format={format}
        hrefOf={paths.conversionBoard}
        actions={<DownloadPanel board="conversion" tables={['goals', 'curves']} query={boardParams(query)} />}
      />
      {measure.units === 0 ? (
        <NoTrials narrowed={isNarrowed(query)} hrefOf={paths.conversionBoard} />
      ) : (
        <>
          <ConversionSection
            measure={measure}
            days={period.conversionDays}
            query={query}
            format={format}
            hrefOf={(state) => trialsHref(query, { ...measure.terms, state })}
            boardHref={paths.conversionBoard}
          />
          <BoardSection
            title={t('conversion.goals')}
            definition={t('conversion.goalsText', { count: period.conversionDays })}
          >
            <GoalTable board={board} format={format} />
          </BoardSection>
        </>
      )}
    </div>
  )
}
