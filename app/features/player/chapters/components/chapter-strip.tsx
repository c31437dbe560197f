import { Check, FastForward } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { ChapterItem } from '../chapter-items'

interface ChapterStripProps {
  items: readonly ChapterItem[]
  /** True while nothing can be pressed. */
  busy: boolean
  onJump: (item: ChapterItem) => void
  onOpen: () => void
}

/** The chapters side by side, on wide screens: those ahead can be jumped to. */
export function ChapterStrip({ items, busy, onJump, onOpen }: ChapterStripProps) {
  const { t } = useTranslation('player')
  return (
    <nav aria-label={t('chapter.title')} className="hidden min-w-0 flex-1 items-center gap-1 lg:flex">
      <ol className="flex min-w-0 flex-1 items-stretch gap-1">
        {items.map((item) => (
          <li key={item.number} className="min-w-0 flex-1">
            <StripItem item={item} busy={busy} onJump={() => onJump(item)} />
          </li>
        ))}
      </ol>
      <button
        type="button"
        onClick={onOpen}
        aria-haspopup="dialog"
        className="inline-flex min-h-8 shrink-0 items-center rounded-md px-2.5 text-sm text-muted hover:bg-sunken hover:text-ink"
      >
        {t('chapter.all')}
      </button>
    </nav>
  )
}

function StripItem({ item, busy, onJump }: { item: ChapterItem; busy: boolean; onJump: () => void }) {
  const { t } = useTranslation('player')
  const { number, roleName, taskTitles, done, steps, place } = item
  const inside = (
    <>
      <span className="flex min-w-0 items-center gap-1.5">
        {place === 'behind' ? <Check className="size-3.5 shrink-0 text-good" aria-hidden="true" /> : null}
        {place === 'ahead' ? (
          <FastForward
            className="size-3.5 shrink-0 text-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
            aria-hidden="true"
          />
        ) : null}
        <span className="truncate text-xs font-medium">{`${number}. ${roleName}`}</span>
        <span className="ml-auto shrink-0 text-xs text-faint tabular-nums">
          <span className="sr-only">{t('chapter.steps', { done, count: steps })}</span>
          <span aria-hidden="true">{`${done}/${steps}`}</span>
        </span>
      </span>
      <StepDots done={done} steps={steps} />
    </>
  )
  const look = 'group grid w-full gap-1 rounded-md px-2 py-1.5 text-left'
  const title = taskTitles.join(', ')
  if (place !== 'ahead') {
    return (
      <div
        title={title}
        aria-current={place === 'current' ? 'step' : undefined}
        className={classNames(look, place === 'current' && 'bg-accent-soft')}
      >
        {inside}
      </div>
    )
  }
  return (
    <button
      type="button"
      disabled={busy}
      onClick={onJump}
      title={title}
      className={classNames(look, 'hover:bg-sunken')}
    >
      <span className="sr-only">{t('chapter.jump')}</span>
      {inside}
    </button>
  )
}

/** One dash for each step, filled when it is done. */
function StepDots({ done, steps }: { done: number; steps: number }) {
  return (
    <span aria-hidden="true" className="flex gap-0.5">
      {Array.from({ length: steps }, (_, index) => (
        <span
          key={index}
          className={classNames('h-1 flex-1 rounded-full', index < done ? 'bg-accent' : 'bg-line')}
        />
      ))}
    </span>
  )
}
