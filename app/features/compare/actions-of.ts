import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { BlockView, ScreenView } from '~/domain/demo/screen/view'

/** All controls on screen in order; row actions once per row. */
export function actionsOf(view: ScreenView): ActionView[] {
  return view.panes.flatMap((pane) => pane.blocks.flatMap(inBlock))
}

function inBlock(block: BlockView): ActionView[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap((row) => row.actions)
    case 'board':
      return block.columns.flatMap((column) => column.cards.flatMap((card) => card.actions))
    case 'chat':
      return block.replies
    case 'image':
      return block.hotspots.map((spot) => spot.action)
    case 'button':
      return [block.action]
    case 'form':
      return [block.submit]
    default:
      return []
  }
}
