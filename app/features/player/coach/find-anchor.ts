import type { CoachStep } from './coach-step'
import type { Obstacles } from './keep-clear'

const CONTROLS = 'button, input, select, textarea, a[href], [role="button"]'
/** A control or a block, by its path in the demo. */
const POINTED = '[data-pointed]'
const BLOCKS = '[data-block]'
/** What is read before acting, wherever the control stands. */
const READ_FIRST = '[data-screen-heading], .product [role="alert"], .product [role="status"]'
/** Any control of the product may be the one that the prospect wants. */
const PRESSED = '.product [data-control], .product form'

/** The element at which the coach stands: what a hint points at, else what the step needs. */
export function findAnchor(step: CoachStep | null, isHinted: boolean): HTMLElement | null {
  const pointed = isHinted ? document.querySelector<HTMLElement>(POINTED) : null
  if (pointed || step === null) return pointed
  const selector =
    'control' in step.target
      ? `[data-control="${CSS.escape(step.target.control)}"]`
      : `[data-block="${CSS.escape(step.target.block)}"]`
  return document.querySelector<HTMLElement>(selector)
}

/** The control itself: the anchor, or the first control within it. */
export function controlAt(anchor: HTMLElement): HTMLElement | null {
  return anchor.matches(CONTROLS) ? anchor : anchor.querySelector<HTMLElement>(CONTROLS)
}

/**
 * What the card must not cover: controls, headings and messages; where the prospect has to read before acting, all blocks
 * of the window. Else it rather leaves the blocks clear.
 */
export function obstaclesOf(anchor: HTMLElement, reads: boolean): Obstacles {
  const blocks = live(`main ${BLOCKS}`)
  const within =
    document.querySelector('main')?.getBoundingClientRect() ?? document.body.getBoundingClientRect()
  const rectsOf = (elements: readonly Element[]) => elements.map((one) => one.getBoundingClientRect())
  return {
    must: rectsOf([anchor, ...live(`${READ_FIRST}, ${PRESSED}`), ...(reads ? blocks : [])]),
    rather: rectsOf(reads ? [] : blocks),
    within,
  }
}

/** The elements that can be used or read: not those behind a dialog. */
const live = (selector: string): Element[] =>
  [...document.querySelectorAll(selector)].filter((one) => !one.closest('[inert]'))
