import { classNames } from '~/ui/class-names'
import '../product.css'

/** React 18 does not know the attribute as a boolean. */
const INERT = { inert: '' }

/**
 * A picture of the product, drawn by the product itself: a screen of a demo, made small. Decorative. The markup comes from
 * `renderGlimpse` or `renderScreen`, so that a page which only shows it loads nothing of the player.
 */
export function ProductGlimpse({ html, className }: { html: string; className?: string }) {
  return (
    <div
      aria-hidden="true"
      {...INERT}
      className={classNames('overflow-hidden rounded-xl shadow-float select-none', className)}
    >
      {/* Our own components, rendered by the server: every text in it was escaped by React. */}
      {/* eslint-disable no-restricted-syntax */}
      <div
        className="h-[182%] w-[182%] origin-top-left scale-55"
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {/* eslint-enable no-restricted-syntax */}
    </div>
  )
}
