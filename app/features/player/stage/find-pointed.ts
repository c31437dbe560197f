import type { ActionView, ValueView } from '~/domain/demo/screen/blocks/view-parts'
import { rowNames } from '~/domain/demo/screen/row-name'
import type { BlockView, ScreenView } from '~/domain/demo/screen/view'
import type { Pointer } from './components/screen-context'
import { pointsAt, pointsAtForm } from './points-at'

/** How a control is used; its texts are `hint.<way>` in the player's locale files. */
type ControlUse =
  'press' | 'pressAt' | 'pressInRow' | 'pressOnCard' | 'pressPicture' | 'answer' | 'pick' | 'fill'

/** The control that the guide points at, and what to call it. */
export interface Pointed {
  action: ActionView
  way: ControlUse
  label: string
  /** The row, card or part of the screen that contains it; empty where its label is enough. */
  place: string
}

interface Listed {
  cells: readonly ValueView[]
  pick: ActionView | null
  actions: readonly ActionView[]
}

function inList(rows: readonly Listed[], way: 'pressInRow' | 'pressOnCard'): Pointed[] {
  const names = rowNames(rows.map(({ cells }) => cells))
  return rows.flatMap(({ pick, actions }, index) => {
    const name = names[index] ?? ''
    return [
      ...(pick ? [{ action: pick, way: 'pick', label: name, place: '' } as const] : []),
      ...actions.map((action) => ({ action, way, label: action.label, place: name })),
    ]
  })
}

const plain = (way: ControlUse, action: ActionView, place = ''): Pointed => ({
  action,
  way,
  label: action.label,
  place,
})

function candidatesOf(block: BlockView, screen: string): Pointed[] {
  switch (block.kind) {
    case 'table':
      return inList(block.rows, 'pressInRow')
    case 'board': {
      const cards = block.columns.flatMap((column) => column.cards)
      return inList(
        cards.map((card) => ({ ...card, cells: [card.title, ...card.lines] })),
        'pressOnCard',
      )
    }
    case 'chat':
      return block.replies.map((reply) => plain('answer', reply))
    case 'image':
      return block.hotspots.map((spot) => plain('pressPicture', spot.action))
    case 'button':
      return [plain('press', block.action, block.title ?? screen)]
    case 'form':
      return [plain('fill', block.submit)]
    default:
      return []
  }
}

/** Finds the control on screen that takes the step, or null when no such control is shown. */
export function findPointed(view: ScreenView, pointer: Pointer): Pointed | null {
  const candidates = view.panes.flatMap((pane) =>
    pane.blocks.flatMap((block) => candidatesOf(block, pane.title)),
  )
  const found = candidates.find(({ action, way }) =>
    way === 'fill' ? pointsAtForm(pointer, action) : pointsAt(pointer, action),
  )
  if (found?.way !== 'press') return found ?? null
  const alike = candidates.filter(({ way, label }) => way === 'press' && label === found.label)
  return alike.length > 1 ? { ...found, way: 'pressAt' } : found
}
