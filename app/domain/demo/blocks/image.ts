import type { ActionView, BlockViewBase } from './shared'

/** x, y, width, height in percent of the picture. */
export type HotspotView = { x: number; y: number; width: number; height: number; action: ActionView }
export type ImageView = BlockViewBase & {
  kind: 'image'
  src: string
  alt: string
  width: number
  height: number
  hotspots: HotspotView[]
}
