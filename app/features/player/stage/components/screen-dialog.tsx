import type { KeyboardEvent } from 'react'
import { useId } from 'react'
import type { BackdropView, PaneView } from '~/domain/demo/screen/view'
import { wayOut } from '../arrange-blocks'
import { SILENT_SURFACE, ScreenProvider, useScreen } from './screen-context'
import { PaneBands, ScreenPane } from './screen-pane'

/** React 18 does not know the attribute as a boolean. */
const INERT = { inert: '' }

/**
 * A screen shown over another as a dialog: the one behind stays visible and cannot be used. It is not modal for
 * the page, since the guide beside the product must stay usable.
 */
export function ScreenDialog({ pane, behind }: { pane: PaneView; behind: BackdropView }) {
  const headingId = useId()
  const { interactive, send } = useScreen()
  const out = interactive ? wayOut(pane.blocks) : null

  /** Popovers opened from the dialog, such as a tip, handle Escape themselves and are rendered outside it. */
  function leave({ key, target, currentTarget, defaultPrevented }: KeyboardEvent<HTMLDivElement>) {
    const isSearch = target instanceof HTMLInputElement && target.type === 'search'
    if (key !== 'Escape' || defaultPrevented || isSearch) return
    if (out && target instanceof Node && currentTarget.contains(target)) send(out)
  }

  return (
    <div className="grid min-h-full">
      <div {...INERT} aria-hidden="true" className="col-start-1 row-start-1 min-w-0">
        <Behind screen={behind} />
      </div>
      <div className="z-20 col-start-1 row-start-1 min-w-0 bg-(--product-shade) px-3 py-6 @2xl/window:px-6 @2xl/window:py-12">
        {/* Escape leaves the dialog, wherever the focus is inside it. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          role="dialog"
          onKeyDown={leave}
          aria-labelledby={headingId}
          className="@container mx-auto grid max-w-2xl gap-4 rounded-xl bg-canvas p-4 shadow-float ring-1 ring-line @2xl/window:p-6"
        >
          {/* Receives the focus after a step, so that a screen reader continues from here. */}
          <h2
            id={headingId}
            data-screen-heading
            tabIndex={-1}
            className="scroll-mt-24 text-lg font-semibold tracking-tight outline-none"
          >
            {pane.title}
          </h2>
          <PaneBands blocks={pane.blocks} />
        </div>
      </div>
    </div>
  )
}

function Behind({ screen }: { screen: BackdropView }) {
  const { currency, imageHref } = useScreen()
  return (
    <ScreenProvider value={{ ...SILENT_SURFACE, currency, imageHref }}>
      <ScreenPane pane={screen} behind />
    </ScreenProvider>
  )
}
