import { useTranslation } from 'react-i18next'
import type { Bar } from '~/domain/insight/distribution'
import type { BoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { DistributionChart } from '../../figures/components/distribution-chart'

/** A histogram of scores, in steps of ten. */
export function ScoreSection({
  bars,
  format,
  hrefOf,
}: {
  bars: readonly Bar[]
  format: BoardFormat
  hrefOf: (key: string) => string
}) {
  const { t } = useTranslation('boards')
  const last = (bar: Bar) => format.number(bar.until === null ? 100 : bar.until - 1)
  return (
    <BoardSection title={t('score.title')} definition={t('score.definition')}>
      <DistributionChart
        bars={bars}
        label={t('score.axis')}
        nameOf={(bar) => t('score.between', { from: format.number(bar.from), until: last(bar) })}
        footOf={(bar) => format.number(bar.from)}
        hrefOf={(bar) => hrefOf(bar.key)}
      />
    </BoardSection>
  )
}
