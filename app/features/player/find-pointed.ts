import type { ActionView } from '~/domain/demo/blocks/shared'
import type { BlockView, ScreenView } from '~/domain/demo/view'
import type { Pointer } from './components/screen-context'
import { pointsAt, pointsAtForm } from './points-at'

/** How a control is used; the words for it are `hint.<way>` in the player's locale files. */
export type Way = 'press' | 'pick' | 'fill'

/** The control that the guide points at, and what to call it. */
export interface Pointed {
  action: ActionView
  way: Way
  label: string
}

type Candidate = [ActionView | null, Way, string]

function candidatesOf(block: BlockView): Candidate[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap((row): Candidate[] => [
        [row.pick, 'pick', row.cells[0]?.text ?? ''],
        ...row.actions.map((action): Candidate => [action, 'press', action.label]),
      ])
    case 'board':
      return block.columns.flatMap((column) =>
        column.cards.flatMap((card): Candidate[] => [
          [card.pick, 'pick', card.title.text],
          ...card.actions.map((action): Candidate => [action, 'press', action.label]),
        ]),
      )
    case 'chat':
      return block.replies.map((reply): Candidate => [reply, 'press', reply.label])
    case 'image':
      return block.hotspots.map((spot): Candidate => [spot.action, 'press', spot.action.label])
    case 'button':
      return [[block.action, 'press', block.action.label]]
    case 'form':
      return [[block.submit, 'fill', block.submit.label]]
    default:
      return []
  }
}

/** Finds the control on screen that takes the step, or null when no such control is shown. */
export function findPointed(view: ScreenView, pointer: Pointer): Pointed | null {
  const candidates = view.panes.flatMap((pane) => pane.blocks.flatMap(candidatesOf))
  for (const [action, way, label] of candidates) {
    if (action === null) continue
    const found = way === 'fill' ? pointsAtForm(pointer, action) : pointsAt(pointer, action)
    if (found) return { action, way, label }
  }
  return null
}
