import { useState } from 'react'
import type { EventData } from '~/domain/demo/screen/controls'
import type { Run } from '~/domain/demo/engine/run'
import { step } from '~/domain/demo/engine/run'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import { viewScreen } from '~/domain/demo/screen/view'
import { LocaleScope } from '~/i18n/locale-scope'
import { classNames } from '~/ui/class-names'
import type { BlockPage, GalleryCell } from '../gallery-views'
import { startSample } from '../sample-run'
import { useHydrated } from '../../stage/use-hydrated'
import { BlockSurface } from './block-surface'

/** What a press sent, and whether the engine took it. */
export interface SentEvent {
  type: string
  data: EventData | null
  taken: boolean
  /** How many events were sent so far on this page. */
  count: number
}

interface BlockCellProps {
  page: BlockPage
  cell: GalleryCell
  /** What the cell shows, for a reader who does not see it. */
  label: string
  onSent: (event: Omit<SentEvent, 'count'>) => void
}

/** One live drawing of the block, in a language, theme and width of its own. */
export function BlockCell({ page, cell, label, onSent }: BlockCellProps) {
  const demo = page.demos[cell.state]
  const view = page.views[cell.state]?.[cell.locale]
  const [run, setRun] = useState<Run | null>(null)
  const hydrated = useHydrated()
  if (!demo || !view) return null
  const begun = run ?? startSample(demo, cell.state)

  function send(action: ActionView, given: EventData | undefined) {
    const data = given ?? action.data
    const result = step(begun, { type: action.send, ...(data && { data }), at: begun.lastAt + 60_000 })
    if (result.ok) setRun(result.run)
    onSent({ type: action.send, data, taken: result.ok })
  }

  return (
    <LocaleScope locale={cell.locale} words={page.words[cell.locale]}>
      {/* A scrolling element must be focusable, or it cannot be scrolled by keyboard. */}
      <div
        {...(cell.width === 'phone' && { role: 'group', 'aria-label': label, tabIndex: 0 })}
        data-theme={cell.theme}
        className={classNames(
          'product rounded-xl bg-canvas p-3 text-ink ring-1 ring-line sm:p-4',
          cell.width === 'phone' && 'h-160 w-[390px] overflow-y-auto',
        )}
      >
        <BlockSurface view={hydrated ? viewScreen(begun, cell.locale) : view} run={begun} onSend={send} />
      </div>
    </LocaleScope>
  )
}
