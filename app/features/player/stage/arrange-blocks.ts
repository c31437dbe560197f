import type { ButtonView } from '~/domain/demo/screen/blocks/button'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { FormView } from '~/domain/demo/screen/blocks/form'
import type { BlockView } from '~/domain/demo/screen/view'

/**
 * One row of a screen: buttons, a form with the buttons that leave it, two narrow blocks side by side, or one
 * block at full width.
 */
export type Band =
  | { kind: 'buttons'; blocks: ButtonView[] }
  | { kind: 'form'; block: FormView; beside: ButtonView[] }
  | { kind: 'pair'; blocks: [BlockView, BlockView] }
  | { kind: 'single'; block: BlockView }

const NARROW = new Set<BlockView['kind']>(['detail', 'timeline', 'chart', 'chat'])

/** A secondary button below a form, such as Cancel. A form's only primary button is its own. */
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

/** The single button that leaves a dialog, also triggered by Escape; null when there is none, or more than one. */
export function wayOut(blocks: readonly BlockView[]): ActionView | null {
  const ways = blocks.filter((block): block is ButtonView => block.kind === 'button' && isWayOut(block))
  return ways.length === 1 ? (ways[0]?.action ?? null) : null
}

/** Buttons at the start of a screen are shown beside its title; the other blocks follow. */
export function splitHead(blocks: readonly BlockView[]): { head: ButtonView[]; body: BlockView[] } {
  const firstOther = blocks.findIndex((block) => block.kind !== 'button')
  const end = firstOther === -1 ? blocks.length : firstOther
  const head = blocks.slice(0, end).filter((block): block is ButtonView => block.kind === 'button')
  return { head, body: blocks.slice(end) }
}
