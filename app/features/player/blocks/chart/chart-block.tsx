import { useTranslation } from 'react-i18next'
import type { ChartView } from '~/domain/demo/screen/blocks/chart'
import { BlockFrame } from '../block-frame'
import { BarChart } from './bar-chart'
import { ChartLegend } from './chart-legend'
import { LineChart } from './line-chart'
import { RingChart } from './ring-chart'

const CHARTS = { bar: BarChart, line: LineChart, donut: RingChart }

/** A small chart of the product, drawn on the server. Every figure is also written out. */
export function ChartBlock({ block }: { block: ChartView }) {
  const { t } = useTranslation('player')
  const Chart = CHARTS[block.type]
  const many = block.series.length > 1 && block.type !== 'donut'
  return (
    <BlockFrame block={block} aside={many ? <ChartLegend series={block.series} /> : null}>
      {block.marks.length === 0 ? (
        <p className="text-sm text-muted">{t('table.empty')}</p>
      ) : (
        <Chart block={block} />
      )}
    </BlockFrame>
  )
}
