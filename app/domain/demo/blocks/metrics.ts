import type { Tone } from '../schema-values'
import type { BlockViewBase, ValueView } from './shared'

export type MetricView = { label: string; figure: ValueView; tone: Tone; note: ValueView | null }
export type MetricsView = BlockViewBase & { kind: 'metrics'; items: MetricView[] }
