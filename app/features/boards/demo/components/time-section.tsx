import { useTranslation } from 'react-i18next'
import type { Bar } from '~/domain/insight/distribution'
import type { BoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { DistributionChart } from '../../figures/components/distribution-chart'

const MINUTE_MS = 60_000
/** Minutes between two words at the foot of the chart. */
const FOOT_STEP = 5

/** A histogram of active time, by minutes. */
export function TimeSection({
  bars,
  format,
  hrefOf,
}: {
  bars: readonly Bar[]
  format: BoardFormat
  hrefOf: (key: string) => string
}) {
  const { t } = useTranslation('boards')
  const minute = (ms: number) => format.number(ms / MINUTE_MS)
  return (
    <BoardSection title={t('time.title')} definition={t('time.definition')}>
      <DistributionChart
        bars={bars}
        label={t('time.axis')}
        nameOf={(bar) =>
          bar.until === null
            ? t('time.over', { from: minute(bar.from) })
            : t('time.between', { from: minute(bar.from), until: minute(bar.until) })
        }
        footOf={(bar) => {
          const from = bar.from / MINUTE_MS
          if (bar.until === null) return t('time.footOver', { from: format.number(from) })
          return from % FOOT_STEP === 0 ? format.number(from) : null
        }}
        hrefOf={(bar) => hrefOf(bar.key)}
      />
    </BoardSection>
  )
}
