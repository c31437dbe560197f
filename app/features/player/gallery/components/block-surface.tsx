import { useMemo } from 'react'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { EventData } from '~/domain/demo/screen/controls'
import type { Run } from '~/domain/demo/engine/run'
import type { ScreenView } from '~/domain/demo/screen/view'
import { sampleInputs } from '../../stage/sample-inputs'
import { BlockByKind } from '../../blocks/block-by-kind'
import { SILENT_SURFACE, ScreenProvider } from '../../stage/components/screen-context'
import '../../stage/product.css'

interface BlockSurfaceProps {
  view: ScreenView
  /** Absent where nothing can be pressed. */
  run?: Run
  onSend?: (action: ActionView, data: EventData | undefined) => void
}

/** The blocks of a sample as the product draws them, without the product window. */
export function BlockSurface({ view, run, onSend }: BlockSurfaceProps) {
  const { currency } = view.product
  const surface = useMemo(
    () => ({
      ...SILENT_SURFACE,
      interactive: onSend !== undefined,
      send: (action: ActionView, data?: EventData) => onSend?.(action, data),
      samples: run ? sampleInputs(run) : {},
      imageHref: samplePicture,
      currency,
    }),
    [run, onSend, currency],
  )
  return (
    <ScreenProvider value={surface}>
      {view.panes.map((pane) => pane.blocks.map((block) => <BlockByKind key={block.id} block={block} />))}
    </ScreenProvider>
  )
}

/** The pictures of the samples are static files of the site, since samples ship with the code. */
const samplePicture = (src: string): string => `/samples/${src}`
