import type { MetricView, MetricsView } from '~/domain/demo/screen/blocks/metrics'
import { classNames } from '~/ui/class-names'
import { BlockFrame } from '../block-frame'
import { TONE_TEXT, Value } from '../value'

/** A row of large figures. */
export function MetricsBlock({ block }: { block: MetricsView }) {
  return (
    <BlockFrame block={block} flush>
      <dl className="-mr-px -mb-px grid grid-cols-2 @xl:auto-cols-fr @xl:grid-flow-col @xl:grid-cols-none">
        {block.items.map((item) => (
          <Metric key={item.label} item={item} />
        ))}
      </dl>
    </BlockFrame>
  )
}

function Metric({ item }: { item: MetricView }) {
  return (
    <div className="grid content-start gap-1 border-r border-b border-line px-4 py-3.5">
      <dt className="text-xs text-muted">{item.label}</dt>
      <dd
        className={classNames(
          'text-2xl font-semibold tracking-tight tabular-nums',
          item.tone === 'neutral' ? 'text-ink' : TONE_TEXT[item.tone],
        )}
      >
        {item.figure.text === '' ? '–' : item.figure.text}
      </dd>
      {item.note ? (
        <dd className="text-xs text-muted">
          <Value view={item.note} />
        </dd>
      ) : null}
    </div>
  )
}
