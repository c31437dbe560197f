import type { Presenter } from '../presenter'
import type { Tone } from '../../format/schema-values'
import type { MetricsSpec } from '../../format/blocks/metrics.schema'
import type { BlockViewBase, ValueView } from './view-parts'

export type MetricView = { label: string; figure: ValueView; tone: Tone; note: ValueView | null }
export type MetricsView = BlockViewBase & { kind: 'metrics'; items: MetricView[] }

export function metricsView(block: MetricsSpec, at: string, presenter: Presenter): MetricsView {
  const items = block.items.map((item, index) => ({
    label: presenter.text(item.label),
    figure: presenter.value(item.value, item.format, `${at}.items.${index}.value`),
    tone: presenter.tone(item.tone, `${at}.items.${index}.tone`),
    note: presenter.shownOrNull(item.note, `${at}.items.${index}.note`),
  }))
  return { kind: 'metrics', ...presenter.base(block, at), items }
}
