import { useTranslation } from 'react-i18next'
import type { TimelineEntryView, TimelineView } from '~/domain/demo/screen/blocks/timeline'
import type { Tone } from '~/domain/demo/format/schema-values'
import { classNames } from '~/ui/class-names'
import { BlockFrame } from '../block-frame'
import { Value } from '../value'

const DOT: Record<Tone, string> = {
  neutral: 'fill-line-strong',
  info: 'fill-accent',
  success: 'fill-good',
  warning: 'fill-warn',
  danger: 'fill-bad',
}

/** The past events, one below the other. */
export function TimelineBlock({ block }: { block: TimelineView }) {
  const { t } = useTranslation('player')
  return (
    <BlockFrame block={block}>
      {block.entries.length === 0 ? <p className="text-sm text-muted">{t('timeline.empty')}</p> : null}
      <ol className="grid">
        {block.entries.map((entry, index) => (
          <Entry key={index} entry={entry} last={index === block.entries.length - 1} />
        ))}
      </ol>
    </BlockFrame>
  )
}

function Entry({ entry, last }: { entry: TimelineEntryView; last: boolean }) {
  return (
    <li className="relative flex gap-3 pb-4 text-sm last:pb-0">
      {last ? null : (
        <span className="absolute top-4 bottom-0 left-[4.5px] w-px bg-line" aria-hidden="true" />
      )}
      <svg
        viewBox="0 0 10 10"
        className={classNames('mt-1.5 size-2.5 shrink-0', DOT[entry.tone])}
        aria-hidden="true"
      >
        <circle cx="5" cy="5" r="4.5" />
      </svg>
      <div className="grid gap-0.5">
        <p>
          <Value view={entry.entry} />
        </p>
        <p className="flex flex-wrap gap-x-2 text-xs text-muted">
          {entry.by ? <span>{entry.by.text}</span> : null}
          {entry.at ? <span className="tabular-nums">{entry.at.text}</span> : null}
        </p>
      </div>
    </li>
  )
}
