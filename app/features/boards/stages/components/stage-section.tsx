import { useTranslation } from 'react-i18next'
import { BoardSection } from '../../figures/components/board-section'
import { StageFigureCell } from './stage-figure-cell'
import { StageTargetCell } from './stage-target-cell'
import type { StageProps } from './stage-props'
import { StageTrend } from './stage-trend'

/** The five stages, each with its figure, its trend and its target. */
export function StageSection(props: StageProps) {
  const { board, period } = props
  const { t } = useTranslation('stages')
  return (
    <BoardSection title={t('title')} definition={t('lead')}>
      <ol className="grid">
        {board.stages.map((stage) => (
          <li
            key={stage.stage}
            className="grid gap-x-8 gap-y-4 border-t border-line py-5 first:border-t-0 first:pt-0 md:grid-cols-2 xl:grid-cols-[minmax(0,13rem)_minmax(0,16rem)_minmax(0,1fr)_minmax(0,14rem)] print:grid-cols-[12rem_17rem_minmax(0,1fr)_9rem] print:gap-x-4 print:py-1.5"
          >
            <header className="grid content-start gap-1">
              <h3 className="text-base font-semibold">{t(`stage.${stage.stage}.name`)}</h3>
              <p className="text-xs text-muted">
                {t(`stage.${stage.stage}.definition`, { count: period.conversionDays })}
              </p>
            </header>
            <StageFigureCell {...props} stage={stage} />
            <StageTrend {...props} stage={stage} />
            <StageTargetCell {...props} stage={stage} />
          </li>
        ))}
      </ol>
    </BoardSection>
  )
}
