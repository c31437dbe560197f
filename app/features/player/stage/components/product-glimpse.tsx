import { classNames } from '~/ui/class-names'
import '../product.css'

/** React 18 does not know the attribute as a boolean. */
const INERT = { inert: '' }

/**
 * A scaled-down screen of a demo, as a decorative picture. The markup comes from `renderGlimpse` or
 * `renderScreen`, so that the page does not load the player.
 */
export function ProductGlimpse({ html, className }: { html: string; className?: string }) {
  return (
    <div
      aria-hidden="true"
      {...INERT}
      className={classNames('overflow-hidden rounded-xl shadow-float select-none', className)}
    >
      {/* Markup of our own components, rendered by the server: React has escaped every text in it. */}
      {/* eslint-disable no-restricted-syntax */}
      <div
        className="h-[182%] w-[182%] origin-top-left scale-55"
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {/* eslint-enable no-restricted-syntax */}
    </div>
  )
}
