import type { ButtonView } from '~/domain/demo/screen/blocks/button'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { FormView } from '~/domain/demo/screen/blocks/form'
import type { BlockView } from '~/domain/demo/screen/view'

/**
 * One band of a screen: buttons in a row, a form with the ways out of it beside its own button, two narrow blocks side by
 * side, or one block over the whole width.
 */
export type Band =
  | { kind: 'buttons'; blocks: ButtonView[] }
  | { kind: 'form'; block: FormView; beside: ButtonView[] }
  | { kind: 'pair'; blocks: [BlockView, BlockView] }
  | { kind: 'single'; block: BlockView }

const NARROW = new Set<BlockView['kind']>(['detail', 'timeline', 'chart', 'chat'])

/** A button below a form that is not a way on of its own, such as Cancel. A form has one primary button: its own. */
const isWayOut = ({ action }: ButtonView): boolean => action.tone === 'default' && action.locked === null

/** Lays blocks out in the demo's order, as a business application would. */
export function arrangeBlocks(blocks: readonly BlockView[]): Band[] {
  const bands: Band[] = []
  for (const block of blocks) {
    const last = bands[bands.length - 1]
    if (block.kind === 'button') {
      addButton(bands, block)
    } else if (block.kind === 'form') {
      bands.push({ kind: 'form', block, beside: [] })
    } else if (last?.kind === 'single' && NARROW.has(last.block.kind) && NARROW.has(block.kind)) {
      bands[bands.length - 1] = { kind: 'pair', blocks: [last.block, block] }
    } else {
      bands.push({ kind: 'single', block })
    }
  }
  return bands
}

function addButton(bands: Band[], block: ButtonView): void {
  const last = bands[bands.length - 1]
  if (last?.kind === 'buttons') last.blocks.push(block)
  else if (last?.kind === 'form' && isWayOut(block)) last.beside.push(block)
  else bands.push({ kind: 'buttons', blocks: [block] })
}

/** The one way out of a dialog, which Escape takes as well; null when there is none, or more than one. */
export function wayOut(blocks: readonly BlockView[]): ActionView | null {
  const ways = blocks.filter((block): block is ButtonView => block.kind === 'button' && isWayOut(block))
  return ways.length === 1 ? (ways[0]?.action ?? null) : null
}

/** Buttons that a screen begins with stand in its head beside the title; the rest of the screen follows. */
export function splitHead(blocks: readonly BlockView[]): { head: ButtonView[]; body: BlockView[] } {
  const firstOther = blocks.findIndex((block) => block.kind !== 'button')
  const end = firstOther === -1 ? blocks.length : firstOther
  const head = blocks.slice(0, end).filter((block): block is ButtonView => block.kind === 'button')
  return { head, body: blocks.slice(end) }
}
