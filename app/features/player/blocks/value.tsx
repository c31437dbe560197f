import type { ValueView } from '~/domain/demo/screen/blocks/view-parts'
import type { Tone } from '~/domain/demo/format/schema-values'
import { classNames } from '~/ui/class-names'

export const TONE_TEXT: Record<Tone, string> = {
  neutral: 'text-muted',
  info: 'text-accent',
  success: 'text-good',
  warning: 'text-warn',
  danger: 'text-bad',
}

const TONE_PILL: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  info: 'bg-accent-soft text-accent',
  success: 'bg-good-soft text-good',
  warning: 'bg-warn-soft text-warn',
  danger: 'bg-bad-soft text-bad',
}

/** A status: a dot and a word, so that colour is never the only sign. */
function StatusPill({ text, tone }: { text: string; tone: Tone }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap',
        TONE_PILL[tone],
      )}
    >
      <svg viewBox="0 0 6 6" className="size-1.5 shrink-0 fill-current" aria-hidden="true">
        <circle cx="3" cy="3" r="3" />
      </svg>
      <span>{text}</span>
    </span>
  )
}

const NUMERIC = new Set(['number', 'money', 'percent', 'date', 'datetime'])

/** A value as the product shows it. Empty values are shown as a dash, so that they do not look broken. */
export function Value({ view, strong = false }: { view: ValueView; strong?: boolean }) {
  if (view.text === '') return <span className="text-faint">–</span>
  if (view.format === 'status') return <StatusPill text={view.text} tone={view.tone ?? 'neutral'} />
  return (
    <span
      className={classNames(
        NUMERIC.has(view.format) && 'tabular-nums',
        strong && 'font-semibold',
        view.tone !== null && TONE_TEXT[view.tone],
      )}
    >
      {view.text}
    </span>
  )
}
