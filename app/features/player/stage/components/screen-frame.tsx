import { useMemo } from 'react'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { EventData } from '~/domain/demo/screen/controls'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { Looking } from '../use-look'
import { LookBar } from './look-bar'
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
  /** Lets the prospect look around in the product. */
  looking?: Looking | null
  surface?: Partial<Omit<ScreenSurface, 'interactive' | 'send' | 'currency'>>
}

/** The simulated product in the state of a run, for the player, the preview and the replay. */
export function ScreenFrame({ view, interactive, onSend, looking = null, surface }: ScreenFrameProps) {
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
  const { look = null } = looking ?? {}
  // A screen that is entered again starts with empty forms and default sorting and filters.
  const place = view.states.map((state) => state.id).join(' ')
  return (
    <ScreenProvider value={value}>
      <ProductWindow view={look ?? view} looking={looking}>
        {looking && look ? <LookedAt view={look} surface={value} onLeave={looking.leave} /> : null}
        {/* What was typed at the work stays while the prospect looks around. */}
        <div className={look ? 'hidden' : 'contents'}>
          {view.panes.map((pane) =>
            pane.over ? (
              <ScreenDialog key={`${place} ${pane.screen}`} pane={pane} behind={pane.over} />
            ) : (
              <ScreenPane key={`${place} ${pane.screen}`} pane={pane} />
            ),
          )}
        </div>
      </ProductWindow>
    </ScreenProvider>
  )
}

interface LookedAtProps {
  view: ScreenView
  surface: ScreenSurface
  onLeave: () => void
}

/** Screens to look at: nothing on them can be pressed. */
function LookedAt({ view, surface, onLeave }: LookedAtProps) {
  return (
    <ScreenProvider value={{ ...surface, interactive: false, pointer: null, refusal: null }}>
      <LookBar onLeave={onLeave} />
      {view.panes.map((pane) => (
        <ScreenPane key={pane.screen} pane={pane} />
      ))}
    </ScreenProvider>
  )
}
