import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import type { ChapterItem } from '../chapter-items'

interface ChapterListProps {
  items: readonly ChapterItem[]
  busy: boolean
  onJump: (item: ChapterItem) => void
  onStartAt: (item: ChapterItem) => void
}

/** The chapters with their tasks, steps done and left, and what can be done about each. */
export function ChapterList({ items, busy, onJump, onStartAt }: ChapterListProps) {
  const { t } = useTranslation('player')
  return (
    <ol className="grid gap-1">
      {items.map((item) => (
        <li
          key={item.number}
          aria-current={item.place === 'current' ? 'step' : undefined}
          className={classNames(
            'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-3 py-2.5',
            item.place === 'current' && 'bg-accent-soft',
          )}
        >
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span className="flex items-center gap-1.5 text-sm font-medium">
              {item.place === 'behind' ? <Check className="size-4 text-good" aria-hidden="true" /> : null}
              <span>{`${item.number}. ${item.roleName}`}</span>
            </span>
            {item.taskTitles.length > 0 ? (
              <span className="text-sm text-muted">{item.taskTitles.join(', ')}</span>
            ) : null}
            <span className="text-xs text-muted tabular-nums">
              {t('chapter.steps', { done: item.done, count: item.steps })}
            </span>
          </span>
          {item.place === 'ahead' ? (
            <Button size="small" disabled={busy} onClick={() => onJump(item)}>
              {t('chapter.jump')}
            </Button>
          ) : (
            <Button size="small" tone="quiet" onClick={() => onStartAt(item)}>
              {t('chapter.again')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
