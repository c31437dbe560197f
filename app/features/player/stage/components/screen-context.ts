import { paths } from '~/paths'
import { createContext, useContext } from 'react'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { EventData } from '~/domain/demo/screen/controls'

/** A step that the guide points at: the control that sends it is highlighted, a form is filled with its data. */
export interface Pointer {
  type: string
  data: EventData | null
}

/** Why the last step was refused, shown at the control that sent it. */
interface ControlRefusal {
  /** `ActionView.id` of the control. */
  control: string
  message: string
  /** The invalid field, when it is a form. */
  field: string | null
}

/** What every block needs besides its own view. */
export interface ScreenSurface {
  /** False in a replay: everything is drawn, nothing can be pressed. */
  interactive: boolean
  send: (action: ActionView, data?: EventData) => void
  pointer: Pointer | null
  refusal: ControlRefusal | null
  /** Example inputs of a form by the id of its submit action. */
  samples: Record<string, EventData>
  /** Reports that the example of a form was filled in, by the id of its submit action. */
  onExample: (form: string) => void
  /** What help costs now, in points: 0 or less. */
  helpPoints: number
  currency: string
  /** The page that explains a feature of another plan; null where there is none, as in a preview. */
  featureHref: ((feature: string | null) => string) | null
  /**
   * The page that shows the same process on the plan with this entitlement; null where there is none, as in a
   * preview.
   */
  compareHref: ((needs: string) => string) | null
  /** Address of a picture of the library, in a file of at least this width where there is one. */
  imageHref: (src: string, width?: number) => string
}

export const SILENT_SURFACE: ScreenSurface = {
  interactive: false,
  send: () => {},
  pointer: null,
  refusal: null,
  samples: {},
  onExample: () => {},
  helpPoints: 0,
  currency: 'USD',
  featureHref: null,
  compareHref: null,
  imageHref: (src, width) => paths.mediumFile(src, { w: width?.toString() }),
}

const ScreenContext = createContext<ScreenSurface>(SILENT_SURFACE)

export const ScreenProvider = ScreenContext.Provider

export function useScreen(): ScreenSurface {
  return useContext(ScreenContext)
}
