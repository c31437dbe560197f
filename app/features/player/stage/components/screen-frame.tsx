import { useMemo } from 'react'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { EventData } from '~/domain/demo/screen/controls'
import type { ScreenView } from '~/domain/demo/screen/view'
import { ProductWindow } from './product-window'
import type { ScreenSurface } from './screen-context'
import { SILENT_SURFACE, ScreenProvider } from './screen-context'
import { ScreenDialog } from './screen-dialog'
import { ScreenPane } from './screen-pane'

interface ScreenFrameProps {
  view: ScreenView
  /** False in a replay: everything is drawn, nothing can be pressed. */
  interactive: boolean
  /** A control was pressed. `data` is what goes with the event. */
  onSend?: (action: ActionView, data: EventData | undefined) => void
  surface?: Partial<Omit<ScreenSurface, 'interactive' | 'send' | 'currency'>>
}

/** The simulated product in the state of a run, for the player, the preview and the replay. */
export function ScreenFrame({ view, interactive, onSend, surface }: ScreenFrameProps) {
  const { currency } = view.product
  const value = useMemo<ScreenSurface>(
    () => ({
      ...SILENT_SURFACE,
      ...surface,
      interactive,
      currency,
      send: (action, data) => onSend?.(action, data ?? action.data ?? undefined),
    }),
    [surface, interactive, currency, onSend],
  )
  // A screen that is entered again starts with empty forms and default sorting and filters.
  const place = view.states.map((state) => state.id).join(' ')
  return (
    <ScreenProvider value={value}>
      <ProductWindow view={view}>
        {view.panes.map((pane) =>
          pane.over ? (
            <ScreenDialog key={`${place} ${pane.screen}`} pane={pane} behind={pane.over} />
          ) : (
            <ScreenPane key={`${place} ${pane.screen}`} pane={pane} />
          ),
        )}
      </ProductWindow>
    </ScreenProvider>
  )
}
