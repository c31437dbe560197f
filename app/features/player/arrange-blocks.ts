import type { ButtonView } from '~/domain/demo/blocks/button'
import type { BlockView } from '~/domain/demo/view'

/** One band of a screen: buttons in a row, two narrow blocks side by side, or one block over the whole width. */
export type Band =
  | { kind: 'buttons'; blocks: ButtonView[] }
  | { kind: 'pair'; blocks: [BlockView, BlockView] }
  | { kind: 'single'; block: BlockView }

const NARROW = new Set<BlockView['kind']>(['detail', 'timeline', 'chart', 'chat'])

/** Lays blocks out in the demo's order, as a business application would. */
export function arrangeBlocks(blocks: readonly BlockView[]): Band[] {
  const bands: Band[] = []
  for (const block of blocks) {
    const last = bands[bands.length - 1]
    if (block.kind === 'button') {
      if (last?.kind === 'buttons') last.blocks.push(block)
      else bands.push({ kind: 'buttons', blocks: [block] })
    } else if (last?.kind === 'single' && NARROW.has(last.block.kind) && NARROW.has(block.kind)) {
      bands[bands.length - 1] = { kind: 'pair', blocks: [last.block, block] }
    } else {
      bands.push({ kind: 'single', block })
    }
  }
  return bands
}

/** Buttons that a screen begins with stand in its head beside the title; the rest of the screen follows. */
export function splitHead(blocks: readonly BlockView[]): { head: ButtonView[]; body: BlockView[] } {
  const firstOther = blocks.findIndex((block) => block.kind !== 'button')
  const end = firstOther === -1 ? blocks.length : firstOther
  const head = blocks.slice(0, end).filter((block): block is ButtonView => block.kind === 'button')
  return { head, body: blocks.slice(end) }
}
