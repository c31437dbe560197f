import type { KeyboardEvent } from 'react'
import { PICTURE_WIDTHS } from '~/domain/content/medium'
import type { HotspotView, ImageView } from '~/domain/demo/screen/blocks/image'
import { classNames } from '~/ui/class-names'
import { pointsAt } from '../../stage/points-at'
import { BlockFrame } from '../block-frame'
import { LockedButton } from '../../stage/components/product-button'
import { useScreen } from '../../stage/components/screen-context'

/** A picture of the product with hotspots. */
export function ImageBlock({ block }: { block: ImageView }) {
  const { imageHref } = useScreen()
  const open = block.hotspots.filter((spot) => spot.action.locked === null)
  return (
    <BlockFrame block={block} flush>
      <div className="relative">
        <img
          src={imageHref(block.src)}
          srcSet={narrower(block)
            .map((width) => `${imageHref(block.src, width)} ${width}w`)
            .concat(`${imageHref(block.src)} ${block.width}w`)
            .join(', ')}
          sizes="(min-width: 64rem) 60vw, 100vw"
          loading="lazy"
          decoding="async"
          alt={block.alt}
          width={block.width}
          height={block.height}
          className="block h-auto w-full"
        />
        {open.length > 0 ? (
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full"
            role="group"
            aria-label={block.alt}
          >
            {open.map((spot) => (
              <Hotspot key={spot.action.id} spot={spot} />
            ))}
          </svg>
        ) : null}
      </div>
      <LockedSpots spots={block.hotspots} />
    </BlockFrame>
  )
}

/** Widths below its own in which a picture is kept; a drawing has one file for all. */
function narrower({ src, width }: ImageView): number[] {
  return src.endsWith('.svg') ? [] : PICTURE_WIDTHS.filter((each) => each < width)
}

/** Locked hotspots, explained below the picture, where there is room for the reason. */
function LockedSpots({ spots }: { spots: HotspotView[] }) {
  const locked = spots.flatMap(({ action }) => (action.locked ? [{ ...action, locked: action.locked }] : []))
  if (locked.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2 p-4">
      {locked.map(({ id, label, locked: why }) => (
        <LockedButton key={id} label={label} locked={why} size="small" />
      ))}
    </div>
  )
}

/** Drawn in SVG, whose attributes place it: the security policy forbids style attributes in the page. */
function Hotspot({ spot }: { spot: HotspotView }) {
  const { interactive, send, pointer } = useScreen()
  const pointed = pointsAt(pointer, spot.action)
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    send(spot.action)
  }
  return (
    <rect
      role="button"
      tabIndex={interactive ? 0 : -1}
      aria-label={spot.action.label}
      aria-disabled={!interactive || undefined}
      data-control={spot.action.id}
      data-pointed={pointed || undefined}
      x={spot.x}
      y={spot.y}
      width={spot.width}
      height={spot.height}
      rx="0.8"
      vectorEffect="non-scaling-stroke"
      className={classNames(
        'fill-accent/10 stroke-accent stroke-2 hover:fill-accent/25',
        interactive && 'cursor-pointer',
        pointed && 'hint-ring',
      )}
      onClick={interactive ? () => send(spot.action) : undefined}
      onKeyDown={interactive ? press : undefined}
    />
  )
}
