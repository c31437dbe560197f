import type { Control } from '../control'
import type { Presenter } from '../presenter'
import type { ImageSpec } from '../../format/blocks/image.schema'
import { isLocked, pressControl, wants, type BlockPlace } from './block-place'
import type { ActionView, BlockViewBase } from './view-parts'

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

export function imageControls(block: ImageSpec, place: BlockPlace): Control[] {
  return (block.hotspots ?? []).flatMap((spot, index) => {
    const id = `${place.at}.hotspots.${index}`
    const shown = wants(place, spot.send) && place.reader.test(spot.if, `${id}.if`)
    return shown && !isLocked(spot, id, place) ? [pressControl('hotspot', spot, id, place)] : []
  })
}

export function imageView(block: ImageSpec, at: string, presenter: Presenter): ImageView {
  const hotspots = (block.hotspots ?? []).flatMap((spot, index) => {
    const id = `${at}.hotspots.${index}`
    if (!presenter.reader.test(spot.if, `${id}.if`)) return []
    const { x, y, width, height } = spot
    return [{ x, y, width, height, action: presenter.action(spot, id, null) }]
  })
  const { src, width, height } = block
  return {
    kind: 'image',
    ...presenter.base(block, at),
    src,
    alt: presenter.text(block.alt),
    width,
    height,
    hotspots,
  }
}
