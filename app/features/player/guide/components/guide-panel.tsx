import { ChevronDown, ChevronUp, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { Elements } from '~/ui/elements'

interface GuidePanelProps {
  /** Who the prospect is now. */
  person: Elements
  /** The guide of the present step. */
  guide: ReactNode
  /** The coach: the next action and help with it. */
  coach: Elements
  /** The next action in one sentence, for the sheet when it is minimised. */
  action: string | null
  /** The list of tasks. */
  tasks: ReactNode
  /** What the prospect can say of this step. */
  remarks?: Elements
  /** Told how much of the page the sheet covers. */
  onHeight: (height: number) => void
}

/** How much of the sheet shows: the action alone, the action with the beginning of its guide, or everything. */
type Extent = 'bar' | 'brief' | 'full'

/**
 * The guide: the current role, what to do, help and tasks. Beside the product on a wide screen; on a phone and at high zoom a
 * bottom sheet that shows the action first, expands to everything, and shrinks to one line.
 */
export function GuidePanel({ person, guide, coach, action, tasks, remarks, onHeight }: GuidePanelProps) {
  const { t } = useTranslation('player')
  const [extent, setExtent] = useState<Extent>('brief')
  const sheet = useRef<HTMLElement>(null)
  useSheetHeight(sheet, onHeight)
  const isBar = extent === 'bar'
  return (
    <aside
      ref={sheet}
      aria-label={t('guide.label')}
      className={classNames(
        'fixed inset-x-0 bottom-0 z-30 flex max-h-[80dvh] flex-col overflow-y-auto rounded-t-2xl bg-surface shadow-float ring-1 ring-line',
        'lg:static lg:z-auto lg:max-h-none lg:w-88 lg:shrink-0 lg:rounded-none lg:bg-transparent lg:shadow-none lg:ring-0',
      )}
    >
      <div
        className={classNames('px-4 pt-3 empty:hidden lg:order-3 lg:px-6 lg:pt-6', isBar && 'max-lg:hidden')}
      >
        {coach}
      </div>
      <div className="flex items-center gap-1 pt-1 pr-2 pl-4 lg:order-1 lg:px-6 lg:pt-6">
        <div className={classNames('min-w-0 flex-1', isBar && 'max-lg:hidden')}>{person}</div>
        {isBar ? <p className="min-w-0 flex-1 truncate text-sm font-medium lg:hidden">{action}</p> : null}
        <span className={classNames('lg:hidden', isBar && 'hidden')}>{remarks}</span>
        <ExtentButtons extent={extent} onExtent={setExtent} />
      </div>
      <div
        className={classNames(
          'px-4 pb-3 text-sm lg:order-2 lg:px-6 lg:pt-4 lg:pb-0 lg:text-[0.9375rem] lg:leading-relaxed',
          isBar && 'max-lg:hidden',
        )}
      >
        <div className={classNames('grid gap-4', extent !== 'full' && 'guide-brief')}>{guide}</div>
      </div>
      <div
        className={classNames(
          'px-4 pb-4 lg:order-4 lg:px-6 lg:pt-6 lg:pb-0',
          extent !== 'full' && 'max-lg:hidden',
        )}
      >
        {tasks}
      </div>
      <div className="hidden px-6 pt-6 pb-8 lg:order-5 lg:block">
        <div className="border-t border-line pt-3">{remarks}</div>
      </div>
    </aside>
  )
}

function ExtentButtons({ extent, onExtent }: { extent: Extent; onExtent: (extent: Extent) => void }) {
  const { t } = useTranslation('player')
  const isFull = extent === 'full'
  const Chevron = isFull ? ChevronDown : ChevronUp
  const button = 'grid size-11 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken lg:hidden'
  return (
    <>
      {extent === 'bar' ? null : (
        <button
          type="button"
          aria-label={t('guide.minimise')}
          onClick={() => onExtent('bar')}
          className={button}
        >
          <Minus className="size-5" aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        aria-expanded={isFull}
        aria-label={t(extent === 'bar' ? 'guide.restore' : isFull ? 'guide.less' : 'guide.more')}
        onClick={() => onExtent(extent === 'brief' ? 'full' : 'brief')}
        className={button}
      >
        <Chevron className="size-5" aria-hidden="true" />
      </button>
    </>
  )
}

/** Reports the height of the sheet, and leaves as much room below the page; none beside a wide product. */
function useSheetHeight(sheet: { current: HTMLElement | null }, onHeight: (height: number) => void): void {
  useEffect(() => {
    const { current } = sheet
    if (!current) return
    const root = document.documentElement
    const observer = new ResizeObserver(() => {
      const height = getComputedStyle(current).position === 'fixed' ? current.offsetHeight : 0
      root.style.setProperty('--sheet', `${height}px`)
      onHeight(height)
    })
    observer.observe(current)
    return () => {
      observer.disconnect()
      root.style.removeProperty('--sheet')
    }
  }, [sheet, onHeight])
}
