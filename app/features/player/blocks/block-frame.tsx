import type { ReactNode } from 'react'
import { useId } from 'react'
import type { BlockViewBase } from '~/domain/demo/screen/blocks/view-parts'
import { classNames } from '~/ui/class-names'
import type { Elements } from '~/ui/elements'
import { RefusalNote } from '../stage/components/refusal-note'
import { Tip } from '../guide/components/tip'

interface BlockFrameProps {
  block: BlockViewBase
  /** Shown at the right of the title: a filter, a legend. */
  aside?: Elements
  /** Without padding, for a table that reaches the edges. */
  flush?: boolean
  children: ReactNode
}

/** The panel of a block, with its title, tip and a note when its control was refused. */
export function BlockFrame({ block, aside, flush = false, children }: BlockFrameProps) {
  const headingId = useId()
  const titled = block.title !== null
  return (
    // A group, not a region: two screens side by side may have blocks with the same title, and landmarks must be
    // unique.
    <div
      data-block={block.id}
      role={titled ? 'group' : undefined}
      aria-labelledby={titled ? headingId : undefined}
      className="@container min-w-0 overflow-hidden rounded-lg bg-surface product-panel ring-1 ring-line"
    >
      {titled || aside ? (
        <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
          {titled ? (
            <h3 id={headingId} className="mr-auto flex items-center gap-1 text-sm font-semibold">
              <span>{block.title}</span>
              <Tip text={block.tip} about={block.title ?? ''} />
            </h3>
          ) : null}
          {aside}
        </header>
      ) : null}
      <RefusalNote block={block.id} />
      <div className={classNames(!flush && 'p-4')}>{children}</div>
    </div>
  )
}
