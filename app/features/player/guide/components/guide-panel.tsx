import { ChevronDown, ChevronUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { Elements } from '~/ui/elements'
import { RenderedHtml } from '~/ui/rendered-html'

interface GuidePanelProps {
  /** Who the prospect is now. */
  person: Elements
  /** Rendered guides of the active states: HTML that was vetted and rendered at publishing. */
  guides: string[]
  /** The "Show me" button and its hint. */
  help: Elements
  /** The list of tasks. */
  tasks: ReactNode
  /** What the prospect can say of this step. */
  remarks?: Elements
}

/**
 * The guide: the current role, what to do, help and tasks. Beside the product on a wide screen; on a phone a
 * bottom sheet that shows the next task and can be expanded.
 */
export function GuidePanel({ person, guides, help, tasks, remarks }: GuidePanelProps) {
  const { t } = useTranslation('player')
  const [open, setOpen] = useState(false)
  const Chevron = open ? ChevronDown : ChevronUp
  return (
    <aside
      aria-label={t('guide.label')}
      className={classNames(
        'fixed inset-x-0 bottom-0 z-30 flex max-h-[80dvh] flex-col rounded-t-2xl bg-surface shadow-float ring-1 ring-line',
        'lg:static lg:z-auto lg:max-h-none lg:w-88 lg:shrink-0 lg:overflow-y-auto lg:rounded-none lg:bg-transparent lg:shadow-none lg:ring-0',
      )}
    >
      <div className="flex items-center justify-between gap-3 pt-1.5 pr-2 pl-4 lg:px-6 lg:pt-6">
        {person}
        <span className="ml-auto lg:hidden">{remarks}</span>
        <button
          type="button"
          aria-expanded={open}
          aria-label={open ? t('guide.less') : t('guide.more')}
          onClick={() => setOpen(!open)}
          className="grid size-11 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken lg:hidden"
        >
          <Chevron className="size-5" aria-hidden="true" />
        </button>
      </div>
      <div
        className={classNames(
          'grid gap-4 px-4 pb-4 lg:gap-6 lg:px-6 lg:pt-4 lg:pb-8',
          open && 'overflow-y-auto',
        )}
      >
        <div
          className={classNames(
            'grid gap-4 text-sm lg:text-[0.9375rem] lg:leading-relaxed',
            !open && 'guide-brief',
          )}
        >
          {guides.map((html) => (
            <RenderedHtml key={html} html={html} />
          ))}
        </div>
        {help}
        <div className={classNames(!open && 'hidden lg:block')}>{tasks}</div>
        <div className="hidden border-t border-line pt-3 lg:block">{remarks}</div>
      </div>
    </aside>
  )
}
